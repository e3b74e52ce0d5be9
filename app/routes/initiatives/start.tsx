import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { allow } from "~/domain/identity/allow.server";
import { CallList } from "~/domain/initiatives/components/call-list";
import { startDraft } from "~/domain/initiatives/start-draft.server";
import { listSubmissionRounds } from "~/domain/initiatives/submission-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("initiatives.start.title"));

export const loader = allow("anyone", async ({ community }) => ({
  rounds: await listSubmissionRounds(community),
  now: now(),
}));

const startForm = z.strictObject({ round: z.string().max(36) });

export const action = allow("anyone", async ({ community, clientAddress, form, locale }) => {
  const result = readForm(form, startForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await startDraft(community, {
    roundId: result.data.round,
    language: locale,
    clientAddress,
  });
  if (outcome.done) return redirect(`/${locale}/drafts/${outcome.value.resume}/title`);
  return formFailure(
    [complaint("form", `initiatives.error.${outcome.reason}`, outcome.details)],
    result.values,
    409,
  );
});

const NEEDS = ["title", "place", "text", "contact"] as const;

export default function Start() {
  const { rounds, now: present } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { errors } = useFormAnswers();
  return (
    <Page
      title={t("initiatives.start.title")}
      lead={t("initiatives.start.lead")}
      breadcrumbs={[{ href: `/${locale}/initiatives`, label: t("initiatives.list.title") }]}
      errors={errors}
    >
      <Section title={t("initiatives.start.who")}>
        <p>{t("initiatives.start.whoText")}</p>
      </Section>
      <Section title={t("initiatives.start.needs")}>
        <ul>
          {NEEDS.map((need) => (
            <li key={need}>{t(`initiatives.start.need.${need}`)}</li>
          ))}
        </ul>
        <p>{t("initiatives.start.saved")}</p>
      </Section>
      <CallList rounds={rounds} now={present} action={`/${locale}/initiatives/new`} />
      <Section title={t("initiatives.start.library")} quiet>
        <p>{t("initiatives.start.libraryText")}</p>
      </Section>
    </Page>
  );
}
