import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { authorActs } from "~/domain/petitions/author";
import { PetitionTextFields, PetitionTitleField } from "~/domain/petitions/components/petition-text-fields";
import { LIMITS, reworkForm } from "~/domain/petitions/filing-form";
import { newestFact } from "~/domain/petitions/petition-standing";
import { resubmitPetition } from "~/domain/petitions/resubmit-petition.server";
import { findStanding } from "~/domain/petitions/standing-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PlainText } from "~/ui/prose";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openOwnPetition } from "./open-own-petition.server";

export const meta = pageMeta((t) => t("filing.rework.title"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { petition, token } = await openOwnPetition(input);
  const { title, demand, grounds, language, state } = petition;
  const { facts, dates } = await findStanding(input.community, petition);
  return {
    base: `/${input.locale}/petitions/by-author/${token}`,
    stored: { title, demand, grounds },
    language,
    allowed: authorActs(state, dates, now()).mayRework,
    note: newestFact(facts, "return")?.note ?? "",
    until: dates.reworkUntil,
    late: state === "returned",
  };
});

export const action = allow("anyone", async (input) => {
  const { author, token } = await openOwnPetition(input);
  const result = readForm(input.form, reworkForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await resubmitPetition(input.community, author, result.data);
  if (outcome.done) return redirect(`/${input.locale}/petitions/by-author/${token}`);
  return formFailure([complaint("form", `filing.error.${outcome.reason}`)], result.values, 409);
});

export default function Rework() {
  const { base, stored, language, allowed, note, until, late } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const answers = useFormAnswers();
  const closed = <Notice title={t(late ? "filing.error.rework_late" : "filing.error.wrong_state")} />;
  return (
    <Page title={t("filing.rework.title")} back={{ href: base }} errors={answers.errors}>
      {allowed ? (
        <PostForm action={`${base}/rework`}>
          <Notice tone="warning" title={t("filing.rework.returned")}>
            <PlainText text={note} lang={language} />
            {until ? <p>{t("filing.rework.until", { date: format.deadlineZone(until) })}</p> : null}
            <p>{t("filing.rework.kept")}</p>
          </Notice>
          <PetitionTitleField stored={stored} answers={answers} lang={language} />
          <PetitionTextFields stored={stored} answers={answers} lang={language} />
          <TextArea
            name="changeNote"
            label={t("filing.field.changeNote")}
            hint={t("filing.field.changeNoteHint")}
            defaultValue={answers.text("changeNote")}
            error={answers.error("changeNote")}
            maxCharacters={LIMITS.note}
            rows={3}
          />
          <ButtonRow>
            <Button>{t("filing.rework.button")}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        closed
      )}
    </Page>
  );
}
