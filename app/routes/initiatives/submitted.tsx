import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { AuthorActions } from "~/domain/initiatives/components/author-actions";
import { QrCode } from "~/domain/initiatives/components/qr-code";
import { StageDates } from "~/domain/initiatives/components/stage-dates";
import { findDraft } from "~/domain/initiatives/draft-queries.server";
import { findInitiative } from "~/domain/initiatives/initiative-queries.server";
import { authorActs } from "~/domain/initiatives/policy";
import { qrPath } from "~/domain/initiatives/qr-path";
import { listStages } from "~/domain/initiatives/stage-queries.server";
import { useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { Confirmation } from "~/ui/confirmation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

type Shown = { number: number };

export const meta = pageMeta<Shown>(
  (t, shown) => t("initiatives.submitted.title", { number: shown?.number ?? "" }),
  { hidden: true },
);

/** The confirmation; it stays at its address and is also the author's own page later. */
export const loader = allow("anyone", async ({ community, params, locale, origin }) => {
  const draft = await findDraft(community, params.resume);
  if (!draft) throw new Response(null, { status: 404 });
  const base = `/${locale}/drafts/${params.resume}`;
  if (draft.submittedNumber === null) throw redirect(base);
  const found = await findInitiative(community, draft.submittedNumber);
  if (!found) throw new Response(null, { status: 404 });
  const short = `${origin}/i/${found.number}`;
  return {
    base,
    short,
    qr: qrPath(short),
    number: found.number,
    title: found.title,
    language: found.language,
    acts: authorActs(found.state),
    link: `${origin}${base}`,
    email: draft.answers.email ?? "",
    stages: await listStages(community, found.round.id),
    now: now(),
  };
});

export default function Submitted() {
  const shown = useLoaderData<typeof loader>();
  const t = useT();
  const { base, number, title, language, short, qr, link, email, acts } = shown;
  return (
    <Page title={t("initiatives.submitted.title", { number })} untitled>
      <Confirmation
        title={t("initiatives.submitted.heading")}
        codeLabel={t("initiatives.submitted.numberLabel")}
        code={String(number)}
      >
        <p lang={language}>{title}</p>
      </Confirmation>
      <Section title={t("initiatives.submitted.next")}>
        <StageDates stages={shown.stages} now={shown.now} />
        <p>{t("initiatives.submitted.letter", { email })}</p>
      </Section>
      <Section title={t("initiatives.submitted.share")}>
        <p>
          <a href={short}>{short}</a>
        </p>
        <QrCode path={qr} label={t("initiatives.qr", { address: short })} />
      </Section>
      <Section title={t("initiatives.submitted.manage")}>
        <p>
          <a className="long-link" href={link}>
            {link}
          </a>
        </p>
        <p>{t("initiatives.later.secret")}</p>
        <AuthorActions base={base} acts={acts} />
      </Section>
      <p className="screen-only">{t("initiatives.submitted.print")}</p>
    </Page>
  );
}
