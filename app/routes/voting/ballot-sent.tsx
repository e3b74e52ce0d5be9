import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { sendForm } from "~/domain/voting/ballot-form";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { VoteLimits } from "~/domain/voting/components/vote-limits";
import { groupedReceipt } from "~/domain/voting/receipt";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { readForm } from "~/platform/form.server";
import { Button, ButtonRow, LinkButton } from "~/ui/button";
import { Confirmation } from "~/ui/confirmation";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { HiddenChoices } from "./hidden-choices";
import { openBallot, openVote } from "./open-ballot.server";

export const loader = allow("resident", async (asked) => {
  const { slug, title, closesAt, state, ownVote, trial, embedded } = await openBallot(asked);
  return { slug, title, closesAt, state, ownVote, trial, embedded };
});

/** Puts the checked ballot into the box. The answer itself is the receipt: it is shown once and kept nowhere. */
export const action = allow("resident", async ({ community, viewer, form, params }) => {
  const { roundId } = await openVote({ community, params });
  const result = readForm(form, sendForm);
  if (!result.ok) return data({ refused: "damaged" as const, choices: [] }, { status: 422 });
  const { choices, voter } = result.data;
  if (voter !== viewer.id) return data({ refused: "other_person" as const, choices: [] }, { status: 409 });
  const outcome = await castBallot(community, viewer, { roundId, ...result.data });
  if (!outcome.done) return data({ refused: outcome.reason, choices }, { status: 409 });
  return { receipt: groupedReceipt(outcome.value.receipt), changed: outcome.value.version > 1 };
});

export const meta = pageMeta((t) => t("voting.sent.title"), { hidden: true });

export default function BallotSent() {
  const given = useActionData<typeof action>();
  const { errors } = useFormAnswers();
  if (given && "receipt" in given) return <Receipt {...given} />;
  if (given && "refused" in given) return <Refused {...given} />;
  return <State errors={errors} />;
}

function Receipt({ receipt, changed }: { receipt: string; changed: boolean }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { slug, title, closesAt, trial, embedded } = useLoaderData<typeof loader>();
  const base = `/${locale}/rounds/${slug}`;
  return (
    <Page title={t("voting.sent.title")} untitled>
      <Confirmation
        title={t(changed ? "voting.sent.changed" : "voting.sent.title")}
        codeLabel={t("voting.sent.codeLabel")}
        code={receipt}
      >
        <p>{localText(title, locale).text}</p>
      </Confirmation>
      <h2>{t("voting.sent.keepTitle")}</h2>
      <p className="measure">{t("voting.sent.keep")}</p>
      <p className="measure">
        <a href={`${base}/receipt`}>{t("voting.sent.checkReceipt")}</a>
      </p>
      <h2>{t("voting.sent.changeTitle")}</h2>
      <p className="measure">{t("voting.sent.change", { date: format.deadlineZone(closesAt) })}</p>
      <VoteLimits trial={trial} embedded={embedded} />
      <ButtonRow>
        <LinkButton href={base}>{t("voting.ballot.round")}</LinkButton>
        <PostForm action={`/${locale}/sign-out`}>
          <Button variant="secondary">{t("voting.sent.signOut")}</Button>
        </PostForm>
      </ButtonRow>
      <p className="quiet small">{t("voting.sent.shared")}</p>
    </Page>
  );
}

type RefusedProps = {
  refused:
    | Exclude<Awaited<ReturnType<typeof castBallot>>, { done: true }>["reason"]
    | "damaged"
    | "other_person";
  choices: string[];
};

function Refused({ refused, choices }: RefusedProps) {
  const t = useT();
  const locale = useLocale();
  const { slug, title, state } = useLoaderData<typeof loader>();
  const base = `/${locale}/rounds/${slug}/ballot`;
  return (
    <Page
      title={t("voting.sent.refused")}
      caption={<Localised text={title} />}
      lead={t(`voting.refusal.${refused}`)}
    >
      <Notice tone="warning" title={t("voting.sent.notRecorded")}>
        {t(state === "open" ? "voting.sent.kept" : "voting.sent.tooLate")}
      </Notice>
      <ButtonRow>
        {state === "open" ? (
          <PostForm action={base}>
            <HiddenChoices choices={choices} />
            <Button>{t("voting.sent.again")}</Button>
          </PostForm>
        ) : null}
        <LinkButton href={`/${locale}/rounds/${slug}`} variant="secondary">
          {t("voting.ballot.round")}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

/** What a bookmark of the receipt shows: that the vote counts, never the code again. */
function State({ errors }: { errors: ReturnType<typeof useFormAnswers>["errors"] }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { slug, title, ownVote, state, closesAt } = useLoaderData<typeof loader>();
  const lead = ownVote
    ? t("voting.sent.recordedOn", { date: format.date(ownVote.votedOn) })
    : t("voting.sent.nothingRecorded");
  return (
    <Page
      title={t("voting.sent.stateTitle")}
      caption={<Localised text={title} />}
      lead={lead}
      errors={errors}
    >
      {state === "open" ? (
        <>
          <p className="measure">{t("voting.sent.change", { date: format.deadlineZone(closesAt) })}</p>
          <LinkButton href={`/${locale}/rounds/${slug}/ballot`}>{t("voting.ballot.open")}</LinkButton>
        </>
      ) : null}
    </Page>
  );
}
