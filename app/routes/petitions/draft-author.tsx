import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { PetitionStep } from "~/domain/petitions/components/petition-step";
import { authorForm, LIMITS } from "~/domain/petitions/filing-form";
import { savePetitionAuthor } from "~/domain/petitions/save-petition-author.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Checkbox } from "~/ui/checkboxes";
import { TextField } from "~/ui/field";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openPetitionDraft } from "./open-petition-draft.server";

export const meta = pageMeta((t) => t("filing.submit.step.author"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  const { authorName, email, consent = false } = draft.answers;
  const known = input.viewer.kind === "person" ? input.viewer : { name: "", email: "" };
  return { frame, stored: { authorName: authorName ?? known.name, email: email ?? known.email, consent } };
});

export const action = allow("anyone", async (input) => {
  const { resume } = await openPetitionDraft(input);
  const result = readForm(input.form, authorForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, ...answers } = result.data;
  const outcome = await savePetitionAuthor(input.community, resume, { answers, seen });
  if (!outcome.done && outcome.reason === "too_many")
    return formFailure([complaint("email", "filing.error.mailbox")], result.values, 429);
  return afterSave(input, "author", outcome);
});

export default function DraftAuthor() {
  const { frame, stored } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors, error, text, checked } = useFormAnswers();
  return (
    <PetitionStep frame={frame} step="author" lead={t("filing.submit.authorLead")} errors={errors}>
      <TextField
        name="authorName"
        label={t("filing.field.authorName")}
        hint={t("filing.field.authorNameHint")}
        defaultValue={text("authorName", stored.authorName)}
        error={error("authorName")}
        autoComplete="name"
        maxLength={LIMITS.name}
        width="m"
        spellCheck={false}
      />
      <TextField
        name="email"
        label={t("filing.field.email")}
        hint={t("filing.field.emailHint")}
        defaultValue={text("email", stored.email)}
        error={error("email")}
        type="email"
        autoComplete="email"
        width="m"
        spellCheck={false}
      />
      <Checkbox
        name="consent"
        label={t("filing.field.consent")}
        hint={t("filing.field.consentHint")}
        defaultChecked={checked("consent", stored.consent)}
        error={error("consent")}
      />
    </PetitionStep>
  );
}
