import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { PetitionStep } from "~/domain/petitions/components/petition-step";
import { similarForm } from "~/domain/petitions/filing-form";
import { withStep } from "~/domain/petitions/petition-draft";
import { savePetition } from "~/domain/petitions/save-petition.server";
import { listSimilarPetitions } from "~/domain/petitions/similar-petitions-queries.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { EntryList } from "~/ui/entry-list";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openPetitionDraft } from "./open-petition-draft.server";
import { SimilarEntry } from "./similar-entry";

export const meta = pageMeta((t) => t("filing.submit.step.similar"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  const { title } = draft.answers;
  if (!title) throw redirect(`${frame.base}/title`);
  return { frame, title, similar: await listSimilarPetitions(input.community, title) };
});

export const action = allow("anyone", async (input) => {
  const { resume } = await openPetitionDraft(input);
  const result = readForm(input.form, similarForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await savePetition(input.community, resume, (was) =>
    withStep(was, "similar", { similarSeen: true }, result.data.version),
  );
  return afterSave(input, "similar", outcome);
});

export default function DraftSimilar() {
  const { frame, title, similar } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  if (similar.length === 0) {
    return (
      <PetitionStep frame={frame} step="similar" lead={t("filing.similar.none", { title })} errors={errors} />
    );
  }
  return (
    <PetitionStep
      frame={frame}
      step="similar"
      lead={t("filing.similar.lead", { title })}
      errors={errors}
      continueLabel={t("filing.similar.differs")}
      before={
        <Section title={t("filing.similar.title")}>
          <EntryList>
            {similar.map((petition) => (
              <SimilarEntry key={petition.id} petition={petition} />
            ))}
          </EntryList>
        </Section>
      }
    >
      <p>{t("filing.similar.advice")}</p>
    </PetitionStep>
  );
}
