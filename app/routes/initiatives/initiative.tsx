import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { AuthorActions } from "~/domain/initiatives/components/author-actions";
import { InitiativeFacts } from "~/domain/initiatives/components/initiative-facts";
import { InitiativeMap } from "~/domain/initiatives/components/initiative-map";
import { InitiativeTexts } from "~/domain/initiatives/components/initiative-texts";
import { InitiativeTimeline } from "~/domain/initiatives/components/initiative-timeline";
import { QrCode } from "~/domain/initiatives/components/qr-code";
import { RefusalBox } from "~/domain/initiatives/components/refusal-box";
import { StateTag } from "~/domain/initiatives/components/state-tag";
import { StatusSentence } from "~/domain/initiatives/components/status-sentence";
import { ScreeningCardView } from "~/domain/prioritisation/components/screening-card-view";
import { useLocale, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { loadPassport, type Passport } from "./load-passport.server";

export const meta = pageMeta<Passport>(
  (t, shown) => shown?.title ?? t("initiatives.number", { number: shown?.number ?? "" }),
);

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, viewer, params, origin }) => {
  const passport = await loadPassport(community, viewer, params.number, origin);
  if (!passport) throw new Response(null, { status: 404 });
  const drawn = passport.latitude === null ? [] : await listDrawnDistricts(community);
  const districts = drawn.map(({ code, name, outline }) => ({ code, name, outline }));
  return data({ ...passport, districts }, { headers: { "Cache-Control": "public, max-age=5" } });
});

export default function Initiative() {
  const passport = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { number, title, language, status, refusal, short, qr } = passport;
  const base = `/${locale}/initiatives/${number}`;
  return (
    <Page
      title={title ?? t("initiatives.hidden.title")}
      titleLang={title ? language : undefined}
      caption={
        <>
          {t("initiatives.number", { number })} <StateTag state={passport.state} />
        </>
      }
      breadcrumbs={[{ href: `/${locale}/initiatives`, label: t("initiatives.list.title") }]}
      status={<StatusSentence status={status} />}
      notice={refusal ? <RefusalBox refusal={refusal} /> : undefined}
      aside={<InitiativeFacts passport={passport} versionsHref={`${base}/versions`} />}
    >
      {passport.acts ? <AuthorActions base={base} acts={passport.acts} /> : null}
      {passport.texts ? (
        <InitiativeTexts texts={passport.texts} language={language} photos={passport.photos} />
      ) : null}
      <InitiativeMap passport={passport} districts={passport.districts} />
      {passport.screening ? (
        <Details summary={t("prioritisation.screening.card")}>
          <ScreeningCardView card={passport.screening} />
        </Details>
      ) : null}
      <InitiativeTimeline events={passport.events} language={language} />
      <Details summary={t("initiatives.cite.summary")}>
        <p>
          {t("initiatives.cite.address")} <a href={short}>{short}</a>
        </p>
        <QrCode path={qr} label={t("initiatives.qr", { address: short })} />
      </Details>
    </Page>
  );
}
