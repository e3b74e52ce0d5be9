import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { acceptInvitation } from "~/domain/initiatives/accept-invitation.server";
import { invitationForm } from "~/domain/initiatives/author-form";
import { LIMITS } from "~/domain/initiatives/draft-form";
import { findInvitation } from "~/domain/initiatives/invitation-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("initiatives.coAuthor.title"), { hidden: true });

/** Opening the link only shows the question (S-25). */
export const loader = allow("anyone", async ({ community, params, url, viewer }) => {
  const invitation = await findInvitation(community, params.token);
  if (!invitation) throw new Response(null, { status: 404 });
  return { invitation, self: url.pathname, name: viewer.kind === "person" ? viewer.name : "" };
});

export const action = allow("anyone", async ({ community, form, params, url, viewer }) => {
  if (!(await findInvitation(community, params.token))) throw new Response(null, { status: 404 });
  const result = readForm(form, invitationForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  await acceptInvitation(community, params.token ?? "", { name: result.data.name, viewer });
  return redirect(url.pathname);
});

export default function CoAuthor() {
  const { invitation, self, name } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { errors, error, text } = useFormAnswers();
  const { number, title, language, authorName, answer } = invitation;
  const page = `/${locale}/initiatives/${number}`;
  return (
    <Page
      title={t("initiatives.coAuthor.title")}
      lead={t("initiatives.coAuthor.lead", { author: authorName })}
      errors={errors}
    >
      <p>
        <a href={page}>
          {t("initiatives.number", { number })}: <span lang={language}>{title}</span>
        </a>
      </p>
      {answer === "waiting" ? (
        <PostForm action={self}>
          <TextField
            name="name"
            label={t("initiatives.coAuthor.name")}
            hint={t("initiatives.coAuthor.nameHint")}
            defaultValue={text("name", name)}
            error={error("name")}
            autoComplete="name"
            maxLength={LIMITS.name}
            width="m"
          />
          <ButtonRow>
            <Button>{t("initiatives.coAuthor.accept")}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        <Notice tone="success" title={t(`initiatives.coAuthor.${answer}`)} live />
      )}
      {answer === "declined" ? null : (
        <p>
          <a href={`${self}/decline`}>{t("initiatives.coAuthor.declineLink")}</a>
        </p>
      )}
    </Page>
  );
}
