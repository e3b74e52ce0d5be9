import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { LiveCount } from "~/domain/petitions/components/live-count";
import { PetitionTags } from "~/domain/petitions/components/petition-tags";
import { Removals } from "~/domain/petitions/components/removals";
import { ResponseBox } from "~/domain/petitions/components/response-box";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { StickyBar } from "~/ui/sticky-bar";
import { CountsByPlace } from "./counts-by-place";
import { HiddenPetition } from "./hidden-petition";
import { loadHidden, loadPetition, type PetitionPage } from "./load-petition.server";
import { openPublic } from "./open-public.server";
import { PetitionBox } from "./petition-box";
import { PetitionFacts } from "./petition-facts";
import { PetitionHistory } from "./petition-history";
import { PetitionRefusal } from "./petition-refusal";
import { PetitionShare } from "./petition-share";
import { PetitionStatus } from "./petition-status";
import { SignaturePicture } from "./signature-picture";
import { ThresholdStates } from "./threshold-states";

type Shown = PetitionPage | Awaited<ReturnType<typeof loadHidden>>;

export const meta = pageMeta<Shown>((t, page) =>
  page?.kind === "shown" ? page.title : t("petitions.number", { number: page?.number ?? "" }),
);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, params, origin, url, locale }) => {
  const found = await openPublic({ community, params });
  const byHour = url.searchParams.get("by") === "hour";
  const shown: Shown = found.hiddenAt
    ? await loadHidden(community, found)
    : await loadPetition(community, found, { origin, locale, byHour });
  return data(shown, { headers: { "Cache-Control": "public, max-age=2, stale-while-revalidate=5" } });
});

export default function Petition() {
  const page = useLoaderData<typeof loader>();
  return page.kind === "hidden" ? <HiddenPetition {...page} /> : <PublicPetition page={page} />;
}

function PublicPetition({ page }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  const { number, title, language, state, rules } = page;
  const takes = state === "open" && page.closesAt !== null && page.now < page.closesAt;
  const sign = `/${locale}/petitions/${number}/sign`;
  const isAnswered = page.response.response.state === "answered";
  return (
    <>
      <Page
        title={title}
        titleLang={language}
        caption={
          <>
            {t("petitions.number", { number })}{" "}
            <PetitionTags state={state} hasReached={rules.reached.length > 0} isAnswered={isAnswered} />
          </>
        }
        breadcrumbs={[{ href: `/${locale}/petitions`, label: t("petitions.list.title") }]}
        status={<PetitionStatus page={page} />}
        notice={state === "refused" ? <PetitionRefusal page={page} /> : undefined}
        aside={page.openedAt ? <PetitionBox page={page} sign={takes ? sign : null} /> : undefined}
      >
        <PetitionText page={page} isAnswered={isAnswered} />
        {page.openedAt ? <ThresholdStates page={page} /> : null}
        {page.openedAt ? <CountsByPlace page={page} /> : null}
        <SignaturePicture page={page} />
        {page.openedAt ? (
          <Section title={t("petitions.page.removals")} quiet>
            <Removals removals={page.removals} />
          </Section>
        ) : null}
        <PetitionHistory facts={page.facts} language={language} />
        <PetitionShare page={page} />
      </Page>
      {takes ? <SignBar page={page} sign={sign} /> : null}
    </>
  );
}

/** An answer is read first; one that is only due comes after what it is about. */
function PetitionText({ page, isAnswered }: { page: PetitionPage; isAnswered: boolean }) {
  const t = useT();
  const { demand, grounds, language } = page;
  const response = <ResponseBox response={page.response} />;
  return (
    <>
      {isAnswered ? response : null}
      <Section title={t("petitions.page.demand")}>
        <PlainText text={demand} lang={language} />
      </Section>
      <Section title={t("petitions.page.grounds")} quiet>
        <PlainText text={grounds} lang={language} />
      </Section>
      <PetitionFacts page={page} />
      {isAnswered ? null : response}
    </>
  );
}

/** The button stays at the bottom of a phone while one reads. */
function SignBar({ page: { progress }, sign }: { page: PetitionPage; sign: string }) {
  const t = useT();
  return (
    <div className="bound phone-only">
      <StickyBar action={<LinkButton href={sign}>{t("petitions.list.sign")}</LinkButton>}>
        <LiveCount
          id={progress.isComplete ? "petitions.progress.past" : "petitions.progress.of"}
          progress={progress}
        />
      </StickyBar>
    </div>
  );
}
