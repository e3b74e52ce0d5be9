import { BallotForm } from "~/domain/voting/components/ballot-form";
import { EligibilityList } from "~/domain/voting/components/eligibility-list";
import { VoteLimits } from "~/domain/voting/components/vote-limits";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { FormError } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { OpenBallot } from "./open-ballot.server";

type Open = OpenBallot & { currency: string };

type Props = {
  open: Open;
  chosen: ReadonlySet<string>;
  errors: FormError[];
  /** Said after a recount. */
  counted?: string | undefined;
};

/** The ballot, or in one sentence why there is none now. */
export function BallotPage({ open, chosen, errors, counted }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { slug, title, state, closesAt, now, right } = open;
  const base = `/${locale}/rounds/${slug}`;
  return (
    <Page
      title={t("voting.ballot.title")}
      lead={state === "open" ? <Limit open={open} /> : undefined}
      status={
        state === "open"
          ? t("voting.ballot.until", {
              date: format.deadlineZone(closesAt),
              left: format.daysLeft(closesAt, now),
            })
          : undefined
      }
      breadcrumbs={[{ href: base, label: localText(title, locale).text }]}
      errors={errors}
    >
      {counted ? <Notice live title={counted} /> : null}
      {state === "open" ? null : <NotOpen open={open} base={base} />}
      {right.eligible && state === "open" ? null : (
        <EligibilityList right={right} minimumAge={open.minimumAge} rulesHref={`${base}/rules`} />
      )}
      {state === "open" && right.eligible ? (
        <FillIn open={open} base={base} chosen={chosen} refused={errors.length > 0} />
      ) : null}
    </Page>
  );
}

function Limit({ open: { ballot } }: { open: Open }) {
  const t = useT();
  if (ballot.ballot === "knapsack") return t("voting.ballot.limit.knapsack");
  return t("voting.ballot.limit.approval", { max: ballot.maxChoices });
}

function NotOpen({ open: { state, opensAt, closesAt }, base }: { open: Open; base: string }) {
  const t = useT();
  const format = useFormat();
  const date = state === "planned" ? format.dateTimeZone(opensAt) : format.deadlineZone(closesAt);
  return (
    <>
      <Notice title={t(`voting.ballot.state.${state === "open" ? "not_opened" : state}`, { date })} />
      <LinkButton href={base} variant="secondary">
        {t("voting.ballot.round")}
      </LinkButton>
    </>
  );
}

type FillInProps = { open: Open; base: string; chosen: ReadonlySet<string>; refused: boolean };

function FillIn({ open, base, chosen, refused }: FillInProps) {
  const t = useT();
  const locale = useLocale();
  const { lists, ballot, district, ownVote, currency, trial, embedded } = open;
  if (ownVote && ownVote.channel !== "online") return <Notice title={t("voting.refusal.voted_on_paper")} />;
  if (lists.length === 0) return <EmptyState title={t("voting.ballot.empty")} />;
  return (
    <>
      {ownVote ? <VotedBefore ownVote={ownVote} /> : null}
      <p className="measure">{t("voting.ballot.order")}</p>
      <VoteLimits trial={trial} embedded={embedded} />
      <BallotForm
        action={`${base}/ballot`}
        rules={ballot}
        lists={lists}
        districtName={localText(district, locale).text}
        chosen={chosen}
        currency={currency}
        refused={refused}
      />
    </>
  );
}

function VotedBefore({ ownVote }: { ownVote: NonNullable<Open["ownVote"]> }) {
  const t = useT();
  const format = useFormat();
  return (
    <Notice title={t("voting.ballot.votedOn", { date: format.date(ownVote.votedOn) })}>
      {t("voting.ballot.replaces")}
    </Notice>
  );
}
