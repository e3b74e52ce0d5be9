import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { PetitionStep } from "~/domain/petitions/components/petition-step";
import { PetitionTitleField } from "~/domain/petitions/components/petition-text-fields";
import { titleForm } from "~/domain/petitions/filing-form";
import { withStep } from "~/domain/petitions/petition-draft";
import { savePetition } from "~/domain/petitions/save-petition.server";
import { formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openPetitionDraft } from "./open-petition-draft.server";

export const meta = pageMeta((t) => t("filing.submit.step.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  return { frame, stored: { title: draft.answers.title ?? "" } };
});

export const action = allow("anyone", async (input) => {
  const { resume } = await openPetitionDraft(input);
  const result = readForm(input.form, titleForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, ...answers } = result.data;
  const outcome = await savePetition(input.community, resume, (was) => withStep(was, "title", answers, seen));
  return afterSave(input, "title", outcome);
});

export default function DraftTitle() {
  const { frame, stored } = useLoaderData<typeof loader>();
  const answers = useFormAnswers();
  return (
    <PetitionStep frame={frame} step="title" errors={answers.errors}>
      <PetitionTitleField stored={stored} answers={answers} />
    </PetitionStep>
  );
}
