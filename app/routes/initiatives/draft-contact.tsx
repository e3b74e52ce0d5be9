import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { ContactFields } from "~/domain/initiatives/components/contact-fields";
import { DraftStepPage } from "~/domain/initiatives/components/draft-step";
import { contactForm } from "~/domain/initiatives/draft-form";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.contact"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const { authorName, email, showName, coAuthors, consent } = draft.answers;
  const known = input.viewer.kind === "person" ? input.viewer : { name: "", email: "" };
  return {
    frame,
    stored: {
      authorName: authorName ?? known.name,
      email: email ?? known.email,
      showName: showName ?? true,
      coAuthors: (coAuthors ?? []).join("\n"),
      consent: consent ?? false,
    },
  };
});

export const action = allow("anyone", async (input) => {
  const result = readForm(input.form, contactForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, ...answers } = result.data;
  const outcome = await saveDraft(input.community, input.params.resume ?? "", {
    step: "contact",
    answers,
    seen,
  });
  return afterSave(input, "contact", outcome);
});

export default function DraftContact() {
  const { frame, stored } = useLoaderData<typeof loader>();
  const t = useT();
  const answers = useFormAnswers();
  return (
    <DraftStepPage
      frame={frame}
      step="contact"
      title={t("initiatives.submit.step.contact")}
      lead={t("initiatives.submit.contactLead")}
      errors={answers.errors}
    >
      <ContactFields stored={stored} answers={answers} />
    </DraftStepPage>
  );
}
