import { PetitionEntry } from "~/domain/petitions/components/petition-entry";
import type { PetitionRow } from "~/domain/petitions/petition-list-queries.server";
import { MatterEntry } from "~/domain/prioritisation/components/matter-entry";
import type { OpenMatter } from "~/domain/prioritisation/open-matters";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { EntryList } from "~/ui/entry-list";
import { Tag } from "~/ui/tag";

type Props = { open: OpenMatter[]; petitions: PetitionRow[]; now: Date };

/** Stages of rounds and petitions in one list, the soonest to close first. */
export function OpenList({ open, petitions, now }: Props) {
  const t = useT();
  const locale = useLocale();
  const placeOf = ({ envelopes }: OpenMatter) =>
    envelopes.some(({ districtId }) => districtId === null)
      ? t("communities.home.everywhere")
      : t("communities.home.districtCount", { count: envelopes.length });
  const matters = open.map((matter) => ({
    closesAt: matter.closesAt,
    entry: (
      <MatterEntry key={`${matter.slug} ${matter.kind}`} matter={matter} place={placeOf(matter)} now={now} />
    ),
  }));
  const signed = petitions.map((row) => ({
    closesAt: row.closesAt ?? now,
    entry: (
      <PetitionEntry
        key={`petition ${row.number}`}
        row={row}
        now={now}
        tag={<Tag tone="info">{t("petitions.home.tag")}</Tag>}
        action={
          <LinkButton href={`/${locale}/petitions/${row.number}/sign`} variant="secondary">
            {t("petitions.list.sign")}
          </LinkButton>
        }
        isHome
      />
    ),
  }));
  const entries = [...matters, ...signed].sort(
    (one, other) => one.closesAt.getTime() - other.closesAt.getTime(),
  );
  return (
    <>
      <h2 className="visually-hidden">{t("communities.home.list")}</h2>
      <EntryList>{entries.map(({ entry }) => entry)}</EntryList>
      {petitions.length > 0 ? (
        <p>
          <a href={`/${locale}/petitions`}>{t("petitions.home.more")}</a>
        </p>
      ) : null}
    </>
  );
}
