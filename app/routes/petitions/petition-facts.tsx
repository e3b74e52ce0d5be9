import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import type { PetitionPage } from "./load-petition.server";

/** To whom, from whom, about what place and between which days. */
export function PetitionFacts({ page }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, openedAt, closesAt, closedAt, district, rules } = page;
  const base = `/${locale}/petitions`;
  const place = district ? (
    <a href={`/${locale}/districts/${encodeURIComponent(district.code)}`}>
      <Localised text={district.name} label={false} />
    </a>
  ) : (
    t("petitions.whole")
  );
  const end = closedAt
    ? { label: t("petitions.page.fact.closed"), value: <Time value={closedAt} /> }
    : closesAt && { label: t("petitions.page.fact.closes"), value: format.deadlineZone(closesAt) };
  const forgotten = page.wipedAt
    ? { label: t("petitions.page.fact.wiped"), value: <Time value={page.wipedAt} /> }
    : page.wipeAt && { label: t("petitions.page.fact.wipes"), value: <Time value={page.wipeAt} /> };
  const names = openedAt && rules.names !== "hidden";
  return (
    <Section title={t("petitions.page.facts")} quiet>
      <Facts
        items={[
          { label: t("petitions.page.fact.addressee"), value: page.addressee },
          { label: t("petitions.page.fact.place"), value: place },
          { label: t("petitions.page.fact.author"), value: page.authorName },
          openedAt
            ? { label: t("petitions.page.fact.opened"), value: <Time value={openedAt} /> }
            : { label: t("petitions.page.fact.filed"), value: <Time value={page.filedAt} /> },
          ...(end ? [end] : []),
          ...(forgotten ? [forgotten] : []),
          ...(names
            ? [
                {
                  label: t("petitions.page.fact.names"),
                  value: <a href={`${base}/${number}/signers`}>{t("petitions.page.fact.namesLink")}</a>,
                },
              ]
            : []),
          {
            label: t("petitions.page.fact.basis"),
            value: <a href={`${base}/rules`}>{t("petitions.list.rules")}</a>,
          },
        ]}
      />
    </Section>
  );
}
