import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { withdrawForm } from "~/domain/initiatives/author-form";
import { LIMITS } from "~/domain/initiatives/draft-form";
import { withdrawInitiative } from "~/domain/initiatives/withdraw-initiative.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openOwn } from "./open-own.server";

export const meta = pageMeta((t) => t("initiatives.withdraw.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { initiative, acts } = await openOwn(input);
  const { number, title, language } = initiative;
  return { number, title, language, allowed: acts.mayWithdraw, self: input.url.pathname };
});

export const action = allow("anyone", async (input) => {
  const { initiative, author } = await openOwn(input);
  const result = readForm(input.form, withdrawForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await withdrawInitiative(input.community, author, result.data);
  // An address of its own: a copy of the page from a moment ago would still show the old state.
  if (outcome.done) return redirect(`/${input.locale}/initiatives/${initiative.number}?state=withdrawn`);
  return formFailure([complaint("form", `initiatives.error.${outcome.reason}`)], result.values, 409);
});

export default function Withdraw() {
  const { number, title, language, allowed, self } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page
      title={t("initiatives.withdraw.title")}
      lead={
        <>
          {t("initiatives.number", { number })}: <span lang={language}>{title}</span>
        </>
      }
      back={{ href: `/${locale}/initiatives/${number}` }}
      errors={errors}
    >
      {allowed ? (
        <PostForm action={self}>
          <Notice tone="warning" title={t("initiatives.withdraw.final")} />
          <TextArea
            name="note"
            label={t("initiatives.withdraw.reason")}
            hint={t("initiatives.withdraw.reasonHint")}
            defaultValue={text("note")}
            error={error("note")}
            maxCharacters={LIMITS.note}
            rows={4}
          />
          <ButtonRow>
            <Button variant="danger">{t("initiatives.withdraw.button")}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        <Notice title={t("initiatives.error.wrong_state")} />
      )}
    </Page>
  );
}
