import type { LocalText } from "~/domain/communities/community";
import type { RefusalReason } from "~/domain/initiatives/initiative";
import type { CriterionVerdict, ScreeningOutcome } from "~/domain/prioritisation/screening";
import { useFormat, useT } from "~/i18n/use-translation";
import { Localised } from "~/ui/localised";
import { PlainText } from "~/ui/prose";
import { Tag } from "~/ui/tag";
import { Time } from "~/ui/time";

type Line = { number: number; question: LocalText; rule: LocalText; verdict: CriterionVerdict; note: string };

type Props = {
  card: {
    outcome: ScreeningOutcome;
    reason: RefusalReason | null;
    note: string;
    decidedAt: Date;
    lines: Line[];
    estimate: { amount: number; basis: string; madeAt: Date } | null;
  };
};

const OUTCOME_TONES = { admitted: "success", returned: "warning", refused: "danger" } as const;
const VERDICT_TONES = { met: "success", not_met: "danger", not_applicable: "neutral" } as const;

/** The criterion card as everybody sees it: each criterion with its rule, the outcome, the estimate. */
export function ScreeningCardView({ card }: Props) {
  const t = useT();
  const format = useFormat();
  const { outcome, reason, note, decidedAt, lines, estimate } = card;
  return (
    <div className="stack">
      <p>
        <Tag tone={OUTCOME_TONES[outcome]}>{t(`prioritisation.screening.outcome.${outcome}`)}</Tag>{" "}
        <Time value={decidedAt} />
      </p>
      {reason ? <p>{t(`initiatives.reason.${reason}.text`)}</p> : null}
      {note ? <PlainText text={note} /> : null}
      <ol className="stack">
        {lines.map((line) => (
          <CardLine key={line.number} line={line} />
        ))}
      </ol>
      {estimate ? (
        <p>
          {t("prioritisation.screening.estimated", {
            amount: format.money(estimate.amount),
            date: format.date(estimate.madeAt),
          })}{" "}
          {estimate.basis}
        </p>
      ) : null}
    </div>
  );
}

function CardLine({ line: { number, question, rule, verdict, note } }: { line: Line }) {
  const t = useT();
  return (
    <li value={number}>
      <p>
        <Localised text={question} />{" "}
        <Tag tone={VERDICT_TONES[verdict]}>{t(`prioritisation.screening.verdict.${verdict}`)}</Tag>
      </p>
      <p className="quiet small">
        <Localised text={rule} />
      </p>
      {note ? <p>{note}</p> : null}
    </li>
  );
}
