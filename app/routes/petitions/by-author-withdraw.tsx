import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { LIMITS, withdrawForm } from "~/domain/petitions/filing-form";
import { mayMove } from "~/domain/petitions/petition";
import { withdrawPetition } from "~/domain/petitions/withdraw-petition.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openOwnPetition } from "./open-own-petition.server";

export const meta = pageMeta((t) => t("filing.withdraw.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { petition, token } = await openOwnPetition(input);
  const { number, title, language, state } = petition;
  const base = `/${input.locale}/petitions/by-author/${token}`;
  return { number, title, language, allowed: mayMove("withdraw", state), base };
});

export const action = allow("anyone", async (input) => {
  const { author, token } = await openOwnPetition(input);
  const result = readForm(input.form, withdrawForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await withdrawPetition(input.community, author, result.data);
  if (outcome.done) return redirect(`/${input.locale}/petitions/by-author/${token}`);
  return formFailure([complaint("form", "filing.error.wrong_state")], result.values, 409);
});

export default function Withdraw() {
  const { number, title, language, allowed, base } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page
      title={t("filing.withdraw.title")}
      lead={
        <>
          {t("filing.number", { number })}: <span lang={language}>{title}</span>
        </>
      }
      back={{ href: base }}
      errors={errors}
    >
      {allowed ? (
        <PostForm action={`${base}/withdraw`}>
          <Notice tone="warning" title={t("filing.withdraw.final")} />
          <TextArea
            name="note"
            label={t("filing.withdraw.reason")}
            hint={t("filing.withdraw.reasonHint")}
            defaultValue={text("note")}
            error={error("note")}
            maxCharacters={LIMITS.note}
            rows={4}
          />
          <ButtonRow>
            <Button variant="danger">{t("filing.withdraw.button")}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        <Notice title={t("filing.error.wrong_state")} />
      )}
    </Page>
  );
}
