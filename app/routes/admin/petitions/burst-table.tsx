import { showWallTime } from "~/domain/communities/wall-time";
import { type Burst, criteriaOfBurst, shortHash } from "~/domain/petitions/suspicion";
import { useFormat, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";

type Props = {
  suspicion: { usual: number; bursts: Burst[] };
  base: string;
  zone: string;
  mayCheck: boolean;
};

/** Counts only: a network is a short sign, and no name stands here. */
export function BurstTable({ suspicion: { bursts, usual }, base, zone, mayCheck }: Props) {
  const t = useT();
  const format = useFormat();
  const checkAddress = (burst: Burst) => {
    const { networkHash, from, to } = criteriaOfBurst(burst);
    const wall = (instant: string) => showWallTime(new Date(instant), zone);
    return `${base}/quarantines/new?${new URLSearchParams({ network: networkHash, from: wall(from), to: wall(to) })}`;
  };
  return (
    <Table
      caption={t("integrity.burst.caption", { usual: format.number(usual) })}
      rows={bursts}
      rowKey={({ networkHash, hour }) => `${networkHash} ${hour}`}
      columns={[
        {
          id: "hour",
          label: t("integrity.burst.hour"),
          header: true,
          cell: ({ hour }) => format.dateTime(new Date(hour)),
        },
        {
          id: "network",
          label: t("integrity.burst.network"),
          cell: ({ networkHash }) => <code>{shortHash(networkHash)}</code>,
        },
        {
          id: "signatures",
          label: t("integrity.burst.signatures"),
          numeric: true,
          cell: ({ signatures }) => format.number(signatures),
        },
        {
          id: "addresses",
          label: t("integrity.burst.addresses"),
          numeric: true,
          cell: ({ addresses }) => format.number(addresses),
        },
        ...(mayCheck
          ? [
              {
                id: "check",
                label: t("integrity.burst.checkColumn"),
                cell: (burst: Burst) => <a href={checkAddress(burst)}>{t("integrity.burst.check")}</a>,
              },
            ]
          : []),
      ]}
    />
  );
}
