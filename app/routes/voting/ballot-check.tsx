import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { type BallotList, type ChoiceRefusal, checkChoices } from "~/domain/voting/ballot";
import { chooseForm } from "~/domain/voting/ballot-form";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { hiddenId } from "~/shared/id";
import type { Refused } from "~/shared/outcome";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { useFormFailure } from "~/ui/use-form-failure";
import { BallotPage } from "./ballot-page";
import { HiddenChoices } from "./hidden-choices";
import { openBallot } from "./open-ballot.server";

export const loader = allow("resident", async (asked) => ({
  ...(await openBallot(asked)),
  currency: asked.community.currency,
}));

/** Checks the ballot against the rules and shows it once more. Nothing is stored: the choice travels in the page. */
export const action = allow("resident", async ({ form, ...asked }) => {
  const { ballot, lists, state, ownVote } = await openBallot(asked);
  const result = readForm(form, chooseForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const refusal = (reason: Refusal, field = "form") =>
    formFailure([complaint(field, `voting.refusal.${reason}`)], result.values, 409);
  if (state !== "open") return refusal(state === "closed" ? "closed" : "not_open");
  const checked = checkChoices(ballot, lists, result.data.choices);
  if (!checked.done) return refusal(checked.reason, fieldOf(checked, lists));
  return {
    checked: checked.value,
    voter: asked.viewer.id,
    castKey: hiddenId(),
    baseVersion: ownVote?.version ?? 0,
  };
});

type Refusal = "closed" | "not_open" | ChoiceRefusal;

/** The list to correct: the one that is over, or the first when nothing is ticked at all. */
function fieldOf({ reason, details }: Refused<ChoiceRefusal>, lists: readonly BallotList[]): string {
  if (reason === "unknown_project") return "form";
  return `list-${details?.["envelopeId"] ?? lists[0]?.envelopeId}`;
}

export const meta = pageMeta((t) => t("voting.check.title"), { hidden: true });

export default function BallotCheck() {
  const open = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { values } = useFormFailure();
  const { errors } = useFormAnswers();
  if (given && "checked" in given) return <Check open={open} given={given} />;
  const typed = values["choices"];
  return (
    <BallotPage open={open} chosen={new Set(typeof typed === "string" ? [typed] : typed)} errors={errors} />
  );
}

type Open = ReturnType<typeof useLoaderData<typeof loader>>;
type Given = {
  checked: { envelopeId: string; choices: string[] }[];
  voter: string;
  castKey: string;
  baseVersion: number;
};

function Check({ open, given }: { open: Open; given: Given }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const base = `/${locale}/rounds/${open.slug}/ballot`;
  const choices = given.checked.flatMap((list) => list.choices);
  return (
    <Page
      title={t("voting.check.title")}
      caption={<Localised text={open.title} />}
      lead={t("voting.check.lead")}
    >
      {given.checked.map(({ envelopeId, choices: own }) => (
        <CheckedList key={envelopeId} open={open} envelopeId={envelopeId} choices={own} />
      ))}
      <Notice title={t("voting.check.next")}>
        {t("voting.check.until", { date: format.deadlineZone(open.closesAt) })}
      </Notice>
      <ButtonRow>
        <PostForm action={`${base}/sent`}>
          <HiddenChoices choices={choices} />
          <input type="hidden" name="voter" value={given.voter} />
          <input type="hidden" name="castKey" value={given.castKey} />
          <input type="hidden" name="baseVersion" value={given.baseVersion} />
          <Button>{t("voting.check.send")}</Button>
        </PostForm>
        <PostForm action={base}>
          <HiddenChoices choices={choices} />
          <Button variant="secondary">{t("voting.check.change")}</Button>
        </PostForm>
      </ButtonRow>
    </Page>
  );
}

function CheckedList({ open, envelopeId, choices }: { open: Open; envelopeId: string; choices: string[] }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const list = open.lists.find((candidate) => candidate.envelopeId === envelopeId);
  if (!list) return null;
  const projects = list.projects.filter(({ id }) => choices.includes(id));
  const cost = format.money(projects.reduce((sum, project) => sum + project.cost, 0));
  const name = list.districtId === null ? t("voting.list.whole") : localText(open.district, locale).text;
  return (
    <Section
      title={name}
      lead={
        projects.length === 0
          ? t("voting.check.nothingHere")
          : t("voting.check.sum", { count: projects.length, cost, amount: format.money(list.amount) })
      }
    >
      <ul className="check-list">
        {projects.map(({ id, title, cost: own, language }) => (
          <li key={id}>
            <span lang={language === locale ? undefined : language}>{title}</span>{" "}
            <span className="numeric nowrap">{format.money(own)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
