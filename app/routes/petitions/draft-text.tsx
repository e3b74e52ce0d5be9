import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { PetitionStep } from "~/domain/petitions/components/petition-step";
import { PetitionTextFields } from "~/domain/petitions/components/petition-text-fields";
import { textForm } from "~/domain/petitions/filing-form";
import { withStep } from "~/domain/petitions/petition-draft";
import { savePetition } from "~/domain/petitions/save-petition.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Details } from "~/ui/details";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openPetitionDraft } from "./open-petition-draft.server";

export const meta = pageMeta((t) => t("filing.submit.step.text"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  const { demand = "", grounds = "" } = draft.answers;
  return { frame, stored: { demand, grounds } };
});

export const action = allow("anyone", async (input) => {
  const { resume } = await openPetitionDraft(input);
  const result = readForm(input.form, textForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, ...answers } = result.data;
  const outcome = await savePetition(input.community, resume, (was) => withStep(was, "text", answers, seen));
  return afterSave(input, "text", outcome);
});

export default function DraftText() {
  const { frame, stored } = useLoaderData<typeof loader>();
  const t = useT();
  const answers = useFormAnswers();
  return (
    <PetitionStep frame={frame} step="text" lead={t("filing.submit.textLead")} errors={answers.errors}>
      <Details summary={t("filing.submit.exampleSummary")}>
        {(["demand", "grounds"] as const).map((field) => (
          <p key={field}>
            <strong>{t(`filing.field.${field}`)}</strong> {t(`filing.submit.example.${field}`)}
          </p>
        ))}
      </Details>
      <PetitionTextFields stored={stored} answers={answers} />
    </PetitionStep>
  );
}
