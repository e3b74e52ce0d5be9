import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { reworkForm } from "~/domain/initiatives/author-form";
import { RefusalBox } from "~/domain/initiatives/components/refusal-box";
import { ReworkFields } from "~/domain/initiatives/components/rework-fields";
import { parseCostGuess } from "~/domain/initiatives/cost-guess";
import { listEvents } from "~/domain/initiatives/initiative-queries.server";
import { resubmitInitiative } from "~/domain/initiatives/resubmit-initiative.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openOwn } from "./open-own.server";

export const meta = pageMeta((t) => t("initiatives.rework.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { initiative, acts } = await openOwn(input);
  const { number, language, title, problem, proposal, beneficiaries, costGuess } = initiative;
  const returned = (await listEvents(input.community, initiative.id)).find(({ step }) => step === "return");
  return {
    number,
    language,
    stored: { title, problem, proposal, beneficiaries, costGuess },
    allowed: acts.mayRework,
    returned: returned
      ? { state: returned.state, reason: returned.reason, note: returned.note, dueAt: returned.dueAt }
      : null,
    self: input.url.pathname,
  };
});

export const action = allow("anyone", async (input) => {
  const { initiative, author } = await openOwn(input);
  const result = readForm(input.form, reworkForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { costGuess: typed, ...texts } = result.data;
  const cost = parseCostGuess(typed);
  if (!cost.done)
    return formFailure([complaint("costGuess", `initiatives.error.cost.${cost.reason}`)], result.values);
  const rework = { ...texts, costGuess: cost.value, language: initiative.language };
  const outcome = await resubmitInitiative(input.community, author, rework);
  if (outcome.done) {
    // An address of its own: a copy of the page from a moment ago would still show the old text.
    return redirect(`/${input.locale}/initiatives/${initiative.number}?version=${outcome.value.version}`);
  }
  return formFailure([complaint("form", `initiatives.error.${outcome.reason}`)], result.values, 409);
});

export default function Rework() {
  const { number, language, stored, allowed, returned, self } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const answers = useFormAnswers();
  return (
    <Page
      title={t("initiatives.rework.title")}
      lead={t("initiatives.rework.lead", { number })}
      back={{ href: `/${locale}/initiatives/${number}` }}
      errors={answers.errors}
    >
      {allowed && returned ? <RefusalBox refusal={returned} /> : null}
      {allowed ? (
        <PostForm action={self}>
          <ReworkFields stored={stored} language={language} answers={answers} />
          <ButtonRow>
            <Button>{t("initiatives.rework.button")}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        <Notice title={t("initiatives.error.wrong_state")} />
      )}
    </Page>
  );
}
