import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { allow } from "~/domain/identity/allow.server";
import { PetitionWay } from "~/domain/petitions/components/petition-way";
import { findPetitionRules } from "~/domain/petitions/rules-queries.server";
import { startPetition } from "~/domain/petitions/start-petition.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("filing.start.title"));

export const loader = allow("anyone", async ({ community }) => {
  const { rules } = await findPetitionRules(community);
  const { firstSignatories, gathering, moderation, collection, thresholds } = rules;
  return { rules: { firstSignatories, gathering, moderation, collection, thresholds } };
});

export const action = allow("anyone", async ({ community, clientAddress, form, locale }) => {
  const result = readForm(form, z.strictObject({}));
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await startPetition(community, { language: locale, clientAddress });
  if (outcome.done) return redirect(`/${locale}/petition-drafts/${outcome.value.resume}/title`);
  return formFailure([complaint("form", "filing.error.too_many", outcome.details)], result.values, 429);
});

const NEEDS = ["title", "text", "author"] as const;

export default function Start() {
  const { rules } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { errors } = useFormAnswers();
  return (
    <Page
      title={t("filing.start.title")}
      lead={t("filing.start.lead")}
      breadcrumbs={[{ href: `/${locale}/petitions`, label: t("filing.start.list") }]}
      errors={errors}
    >
      <PostForm action={`/${locale}/petitions/new`}>
        <ButtonRow>
          <Button>{t("filing.start.begin")}</Button>
        </ButtonRow>
      </PostForm>
      <Section title={t("filing.start.who")}>
        <p>{t("filing.start.whoText")}</p>
      </Section>
      <Section title={t("filing.start.needs")}>
        <ul>
          {NEEDS.map((need) => (
            <li key={need}>{t(`filing.start.need.${need}`)}</li>
          ))}
        </ul>
        <p>{t("filing.start.saved")}</p>
      </Section>
      <Section
        title={t("filing.start.next")}
        action={{ href: `/${locale}/petitions/rules`, label: t("filing.start.rules") }}
      >
        <PetitionWay rules={rules} />
      </Section>
      <Section title={t("filing.start.library")} quiet>
        <p>{t("filing.start.libraryText")}</p>
      </Section>
    </Page>
  );
}
