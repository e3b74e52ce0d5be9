import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { DraftStepPage } from "~/domain/initiatives/components/draft-step";
import { InitiativeEntry } from "~/domain/initiatives/components/initiative-entry";
import { similarForm } from "~/domain/initiatives/draft-form";
import { listSimilar } from "~/domain/initiatives/initiative-list-queries.server";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { EntryList } from "~/ui/entry-list";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.similar"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const { title } = draft.answers;
  if (!title) throw redirect(`${frame.base}/title`);
  return { frame, title, similar: await listSimilar(input.community, title) };
});

export const action = allow("anyone", async (input) => {
  const result = readForm(input.form, similarForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const answers = { similarSeen: true } as const;
  const resume = input.params.resume ?? "";
  const outcome = await saveDraft(input.community, resume, {
    step: "similar",
    answers,
    seen: result.data.version,
  });
  return afterSave(input, "similar", outcome);
});

export default function DraftSimilar() {
  const { frame, title, similar } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  const some = similar.length > 0;
  return (
    <DraftStepPage
      frame={frame}
      step="similar"
      title={t("initiatives.submit.step.similar")}
      lead={
        some ? t("initiatives.submit.similarLead", { title }) : t("initiatives.submit.similarNone", { title })
      }
      errors={errors}
      continueLabel={some ? t("initiatives.submit.mineDiffers") : undefined}
      before={
        some ? (
          <Section title={t("initiatives.submit.similarTitle")}>
            <EntryList>
              {similar.map((row) => (
                <InitiativeEntry key={row.id} row={row} />
              ))}
            </EntryList>
          </Section>
        ) : null
      }
    >
      {some ? <p>{t("initiatives.submit.similarAdvice")}</p> : null}
    </DraftStepPage>
  );
}
