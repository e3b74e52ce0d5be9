import type { LocalText } from "~/domain/communities/community";
import type { Effect } from "~/domain/petitions/suspicion-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { Localised } from "~/ui/localised";
import { Table } from "~/ui/table";

type Props = { effect: Effect; districts: { id: string; name: LocalText }[] };

/** Where the signatures are from: the rows add up to all that bear the marks. */
export function EffectTable({ effect, districts }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("integrity.preview.districts")}
      rows={effect.districts}
      rowKey={({ districtId }) => districtId ?? "none"}
      columns={[
        {
          id: "district",
          label: t("integrity.preview.district"),
          header: true,
          cell: ({ districtId }) => {
            const name = districts.find(({ id }) => id === districtId)?.name;
            return name ? <Localised text={name} label={false} /> : t("integrity.preview.noDistrict");
          },
        },
        {
          id: "signatures",
          label: t("integrity.preview.signatures"),
          numeric: true,
          cell: ({ signatures }) => format.number(signatures),
        },
      ]}
    />
  );
}
