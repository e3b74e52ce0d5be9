import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { resumeLinkForm } from "~/domain/petitions/filing-form";
import { resumeStep } from "~/domain/petitions/petition-draft";
import { sendPetitionLink } from "~/domain/petitions/send-petition-link.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openPetitionDraft } from "./open-petition-draft.server";

export const meta = pageMeta((t) => t("initiatives.later.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  return {
    base: frame.base,
    step: resumeStep(draft.answers),
    link: `${input.origin}${frame.base}`,
    sent: input.url.searchParams.has("sent"),
    email: input.viewer.kind === "person" ? input.viewer.email : (draft.answers.email ?? ""),
  };
});

export const action = allow("anyone", async (input) => {
  const { community, form, locale: language, origin, params } = input;
  const { frame } = await openPetitionDraft(input);
  const result = readForm(form, resumeLinkForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { email } = result.data;
  const outcome = await sendPetitionLink(community, params.resume ?? "", { email, language, origin });
  if (outcome.done) return redirect(`${frame.base}/later?sent`);
  if (outcome.reason !== "too_many_letters") return redirect(frame.base);
  return formFailure(
    [complaint("email", "filing.error.too_many_letters", outcome.details)],
    result.values,
    409,
  );
});

export default function DraftLater() {
  const { base, step, link, sent, email } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page
      title={t("initiatives.later.title")}
      lead={t("initiatives.later.lead")}
      back={{ href: `${base}/${step}` }}
      errors={errors}
    >
      {sent ? <Notice tone="success" title={t("initiatives.later.sent")} live /> : null}
      <p>
        <a className="long-link" href={link}>
          {link}
        </a>
      </p>
      <p>{t("initiatives.later.secret")}</p>
      <Section title={t("initiatives.later.byMail")}>
        <PostForm action={`${base}/later`}>
          <TextField
            name="email"
            label={t("filing.field.email")}
            defaultValue={text("email", email)}
            error={error("email")}
            type="email"
            autoComplete="email"
            width="m"
          />
          <ButtonRow>
            <Button>{t("initiatives.later.send")}</Button>
          </ButtonRow>
        </PostForm>
      </Section>
    </Page>
  );
}
