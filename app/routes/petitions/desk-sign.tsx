import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { assistForm } from "~/domain/petitions/assist-form";
import { assistSignature } from "~/domain/petitions/assist-signature.server";
import { signingQuestions } from "~/domain/petitions/signing-view";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { AssistFields } from "./assist-fields";
import { openDesk } from "./open-desk.server";

export const meta = pageMeta((t) => t("integrity.desk.signTitle"), { hidden: true });

export const loader = allow("consultant", async (asked) => {
  const petition = await openDesk(asked);
  const districts = await listDistricts(asked.community);
  const { number, title, language } = petition;
  return {
    petition: { number, title, language },
    questions: signingQuestions(petition.rules),
    districts: districts.map(({ id, name }) => ({ id, name })),
    languages: asked.community.languages,
  };
});

export const action = allow("consultant", async (asked) => {
  const { community, origin, viewer, form, locale, clientAddress } = asked;
  const petition = await openDesk(asked);
  const result = readForm(form, assistForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const given = { petition, input: result.data, clientAddress };
  const outcome = await assistSignature({ community, origin }, viewer, given);
  if (outcome.done) return redirect(`/${locale}/desk/petitions/${petition.number}/signed`);
  const told = complaint("form", `integrity.desk.refusal.${outcome.reason}`, outcome.details);
  return formFailure([told], result.values, outcome.reason === "too_many" ? 429 : 422);
});

export default function DeskSign() {
  const t = useT();
  const locale = useLocale();
  const { petition, questions, districts, languages } = useLoaderData<typeof loader>();
  const answers = useFormAnswers();
  const base = `/${locale}/desk/petitions/${petition.number}`;
  return (
    <Page
      title={t("integrity.desk.signTitle")}
      caption={
        <>
          {t("moderation.petition.caption", { number: petition.number })}:{" "}
          <span lang={petition.language === locale ? undefined : petition.language}>{petition.title}</span>
        </>
      }
      lead={t("integrity.desk.signLead")}
      back={{ href: `/${locale}/desk/petitions` }}
      errors={answers.errors}
    >
      <ButtonRow>
        <LinkButton href={`${base}/text`} variant="secondary">
          {t("integrity.desk.turn")}
        </LinkButton>
      </ButtonRow>
      <AssistFields
        action={`${base}/sign`}
        questions={questions}
        districts={districts}
        languages={languages}
        answers={answers}
      />
    </Page>
  );
}
