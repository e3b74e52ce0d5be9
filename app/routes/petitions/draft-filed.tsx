import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { QrCode } from "~/domain/initiatives/components/qr-code";
import { qrPath } from "~/domain/initiatives/qr-path";
import { PetitionWay } from "~/domain/petitions/components/petition-way";
import { ShareLink } from "~/domain/petitions/components/share-link";
import { deriveToken } from "~/domain/petitions/derive-token.server";
import { resumeLinkForm } from "~/domain/petitions/filing-form";
import { findFiledPetition, findOwnPetition } from "~/domain/petitions/own-petition-queries.server";
import { sendFilingAgain } from "~/domain/petitions/send-filing-again.server";
import { findStanding } from "~/domain/petitions/standing-queries.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Confirmation } from "~/ui/confirmation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { FiledMailbox } from "./filed-mailbox";

type Shown = { number: number };

export const meta = pageMeta<Shown>((t, shown) => t("filing.filed.title", { number: shown?.number ?? "" }), {
  hidden: true,
});

/**
 * The confirmation; it stays at its address. Its links stand here for an author whose account proves the mailbox;
 * everybody else finds them in the letter.
 */
export const loader = allow("anyone", async ({ community, viewer, params, locale, origin, url }) => {
  const { resume = "" } = params;
  const filed = await findFiledPetition(community, resume);
  const base = `/${locale}/petition-drafts/${resume}`;
  if (!filed) throw redirect(base);
  const { petition, email } = filed;
  const authorToken = deriveToken("author", resume);
  const own = await findOwnPetition(community, viewer, authorToken);
  const { dates } = await findStanding(community, petition);
  const { number, title, language, state, signatures } = petition;
  const { firstSignatories, gathering, moderation, collection, thresholds } = petition.rules;
  const share = `${origin}/${locale}/petitions/second/${deriveToken("second", authorToken)}`;
  const isProven = own?.author.actorId != null;
  return {
    base,
    number,
    title,
    language,
    email,
    sent: url.searchParams.has("sent"),
    mayReaddress: !own && state === "gathering" && !signatures,
    dates: { gatheringUntil: dates.gatheringUntil, moderationUntil: dates.moderationUntil },
    rules: { firstSignatories, gathering, moderation, collection, thresholds },
    links: isProven
      ? { share, qr: qrPath(share), page: `${origin}/${locale}/petitions/by-author/${authorToken}` }
      : null,
    gathers: state === "gathering",
  };
});

/** The letter once more, to a corrected address. */
export const action = allow("anyone", async ({ community, params, locale, origin, form }) => {
  const result = readForm(form, resumeLinkForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { resume = "" } = params;
  const outcome = await sendFilingAgain(community, { resume, email: result.data.email, origin });
  if (outcome.done) return redirect(`/${locale}/petition-drafts/${resume}/filed?sent`);
  if (outcome.reason === "no_such_draft") throw new Response(null, { status: 404 });
  const told =
    outcome.reason === "too_many"
      ? complaint("email", "filing.error.mailbox")
      : complaint("email", `filing.error.${outcome.reason}`, outcome.details);
  return formFailure([told], result.values, 409);
});

export default function Filed() {
  const { base, number, title, language, email, sent, rules, dates, links, ...rest } =
    useLoaderData<typeof loader>();
  const t = useT();
  const answers = useFormAnswers();
  return (
    <Page title={t("filing.filed.title", { number })} untitled errors={answers.errors}>
      <Confirmation
        title={t("filing.filed.heading")}
        codeLabel={t("filing.filed.numberLabel")}
        code={String(number)}
      >
        <p lang={language}>{title}</p>
      </Confirmation>
      {sent ? <Notice tone="success" title={t("filing.filed.fixed")} live /> : null}
      {links ? null : (
        <FiledMailbox email={email} action={`${base}/filed`} answers={rest.mayReaddress ? answers : null} />
      )}
      {links && rest.gathers ? (
        <ShareLink
          link={links.share}
          petition={{ title, language }}
          needed={rules.firstSignatories}
          until={dates.gatheringUntil}
        >
          <QrCode path={links.qr} label={t("filing.share.qr")} />
        </ShareLink>
      ) : null}
      <Section title={t("filing.filed.next")}>
        <PetitionWay rules={rules} known={dates} />
      </Section>
      {links ? (
        <Section title={t("filing.filed.yours")}>
          <p>
            <a className="long-link" href={links.page}>
              {links.page}
            </a>
          </p>
          <p>{t("filing.own.secret")}</p>
          <p>{t("filing.filed.copy", { email })}</p>
          <p className="screen-only">{t("filing.filed.print")}</p>
        </Section>
      ) : null}
    </Page>
  );
}
