import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCalendarDays } from "~/domain/communities/calendar-queries.server";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { REFUSAL_GROUNDS } from "~/domain/petitions/petition";
import { findPetitionRules, listRuleVersions } from "~/domain/petitions/rules-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { Details } from "~/ui/details";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { CollectionRules, ModerationRules, SignerRules, StartRules } from "./rules-in-words";
import { ThresholdTable } from "./threshold-table";

export const loader = allow("anyone", async ({ community }) => {
  const year = now().getUTCFullYear();
  const [current, versions, districts, days] = await Promise.all([
    findPetitionRules(community),
    listRuleVersions(community),
    listDistricts(community),
    listCalendarDays(community, year),
  ]);
  return data(
    {
      ...current,
      since: versions[0]?.at ?? null,
      earlier: versions.slice(1).map(({ version, at }) => ({ version, at })),
      districts: districts.map(({ id, name }) => ({ id, name })),
      days,
      year,
    },
    { headers: { "Cache-Control": "public, max-age=60" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta((t) => t("moderation.public.title"));

export default function PublicRules() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { version, rules, since, earlier, districts } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("moderation.public.title")}
      lead={t("moderation.public.lead")}
      status={
        since
          ? t("moderation.public.version", { version, date: format.date(since) })
          : t("moderation.public.notConfirmed")
      }
      breadcrumbs={[{ href: `/${locale}/petitions`, label: t("moderation.public.petitions") }]}
    >
      <SignerRules rules={rules} />
      <StartRules rules={rules} />
      <ModerationRules rules={rules} />
      <CollectionRules rules={rules} />
      <ThresholdTable rules={rules} districts={districts} />
      <Grounds />
      <WorkingDays />
      <Section title={t("moderation.public.frozenTitle")} quiet>
        <p className="measure">{t("moderation.public.frozen")}</p>
        {earlier.length > 0 ? (
          <ul>
            {earlier.map((old) => (
              <li key={old.version}>
                {t("moderation.public.earlier", { version: old.version, date: format.date(old.at) })}
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
    </Page>
  );
}

/** Every ground on which a petition may be refused, with its rule. */
function Grounds() {
  const t = useT();
  return (
    <Section title={t("moderation.public.groundsTitle")} lead={t("moderation.public.groundsLead")} quiet>
      <ul>
        {REFUSAL_GROUNDS.map((ground) => (
          <li key={ground}>
            <strong>{t(`petitions.ground.${ground}`)}.</strong> {t(`petitions.rule.${ground}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What a working day is here: the days of this year that differ from the usual week. */
function WorkingDays() {
  const t = useT();
  const format = useFormat();
  const { days, year } = useLoaderData<typeof loader>();
  return (
    <Section title={t("moderation.public.workingTitle")} lead={t("moderation.public.working")} quiet>
      {days.length > 0 ? (
        <Details summary={t("moderation.public.workingDays", { year: String(year) })}>
          <ul>
            {days.map(({ day, kind, name }) => (
              <li key={day}>
                {format.weekday(day)}: <Localised text={name} label={false} />
                {kind === "working" ? ` (${t("moderation.calendar.kindShort.working")})` : null}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Section>
  );
}
