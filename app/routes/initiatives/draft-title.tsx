import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { DraftStepPage } from "~/domain/initiatives/components/draft-step";
import { LIMITS, titleForm } from "~/domain/initiatives/draft-form";
import { THEMES } from "~/domain/initiatives/initiative";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { TextField } from "~/ui/field";
import { pageMeta } from "~/ui/page-meta";
import { Radios } from "~/ui/radios";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const { title = "", theme = "" } = draft.answers;
  return { frame, title, theme };
});

export const action = allow("anyone", async (input) => {
  const result = readForm(input.form, titleForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, ...answers } = result.data;
  const outcome = await saveDraft(input.community, input.params.resume ?? "", {
    step: "title",
    answers,
    seen,
  });
  return afterSave(input, "title", outcome);
});

export default function DraftTitle() {
  const { frame, title, theme } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors, error, text } = useFormAnswers();
  return (
    <DraftStepPage frame={frame} step="title" title={t("initiatives.submit.step.title")} errors={errors}>
      <TextField
        name="title"
        label={t("initiatives.field.title")}
        hint={t("initiatives.field.titleHint", { maximum: LIMITS.title })}
        defaultValue={text("title", title)}
        error={error("title")}
        spellCheck
      />
      <Radios
        name="theme"
        label={t("initiatives.field.theme")}
        options={THEMES.map((value) => ({ value, label: t(`initiatives.theme.${value}`) }))}
        defaultValue={text("theme", theme)}
        error={error("theme")}
      />
    </DraftStepPage>
  );
}
