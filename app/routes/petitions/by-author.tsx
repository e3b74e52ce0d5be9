import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { QrCode } from "~/domain/initiatives/components/qr-code";
import { qrPath } from "~/domain/initiatives/qr-path";
import { authorActs } from "~/domain/petitions/author";
import { PetitionFacts } from "~/domain/petitions/components/petition-facts";
import { ShareLink } from "~/domain/petitions/components/share-link";
import { deriveToken } from "~/domain/petitions/derive-token.server";
import { isPublic } from "~/domain/petitions/petition";
import { standingOf } from "~/domain/petitions/petition-standing";
import { findStanding } from "~/domain/petitions/standing-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { Details } from "~/ui/details";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { AuthorActs } from "./author-acts";
import { AuthorTimeline } from "./author-timeline";
import { DecisionNotice } from "./decision-notice";
import { openOwnPetition } from "./open-own-petition.server";

type Shown = { number: number };

export const meta = pageMeta<Shown>((t, shown) => t("filing.own.caption", { number: shown?.number ?? "" }), {
  hidden: true,
});

/** The author's own page: where the petition stands, who has it, by when, and what the author may do. */
export const loader = allow("anyone", async (input) => {
  const { community, locale, origin, params } = input;
  const { petition, token } = await openOwnPetition(input);
  const { facts, dates } = await findStanding(community, petition);
  const { number, title, demand, grounds, language, addressee, authorName, state, rules } = petition;
  const districts = petition.districtId ? await listDistricts(community) : [];
  const district = districts.find(({ id }) => id === petition.districtId)?.name ?? null;
  const share = `${origin}/${locale}/petitions/second/${deriveToken("second", token)}`;
  const acts = authorActs(state, { reworkUntil: dates.reworkUntil, reviewUntil: dates.reviewUntil }, now());
  return {
    base: `/${locale}/petitions/by-author/${params.token}`,
    number,
    language,
    state,
    petition: { title, demand, grounds, addressee, district, authorName },
    hidden: petition.hiddenAt !== null,
    isPublic: isPublic(petition) && petition.hiddenAt === null,
    standing: standingOf(state, dates, now()),
    acts,
    facts: facts.map(({ step, at, ground, note }) => ({ step, at, ground, note })),
    share: acts.mayShare
      ? {
          link: share,
          qr: qrPath(share),
          needed: rules.firstSignatories,
          found: petition.signatures ?? 0,
          until: dates.gatheringUntil,
        }
      : null,
  };
});

export default function ByAuthor() {
  const { base, number, language, petition, standing, share, acts, ...rest } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { code, date, overdue } = standing;
  const sentence = t(`filing.own.standing.${code}`, { date: date ? format.deadlineZone(date) : "" });
  const page = rest.isPublic ? `/${locale}/petitions/${number}` : null;
  return (
    <Page
      title={petition.title}
      titleLang={language}
      caption={t("filing.own.caption", { number })}
      status={overdue ? `${sentence} ${t("filing.own.overdue")}` : sentence}
      notice={
        <DecisionNotice state={rest.state} facts={rest.facts} language={language} hidden={rest.hidden} />
      }
    >
      {share ? (
        <ShareLink
          link={share.link}
          petition={{ title: petition.title, language }}
          needed={share.needed}
          found={share.found}
          until={share.until}
        >
          <QrCode path={share.qr} label={t("filing.share.qr")} />
        </ShareLink>
      ) : null}
      <AuthorActs base={base} acts={acts} page={page} />
      <Section title={t("filing.own.timeline")}>
        <AuthorTimeline facts={rest.facts} language={language} />
      </Section>
      <Details summary={t("filing.own.text")}>
        <PetitionFacts petition={petition} lang={language} />
      </Details>
      <p>{t("filing.own.secret")}</p>
    </Page>
  );
}
