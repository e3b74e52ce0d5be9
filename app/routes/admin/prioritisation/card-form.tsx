import type { LocalText } from "~/domain/communities/community";
import { REFUSAL_REASONS } from "~/domain/initiatives/initiative";
import { CRITERION_VERDICTS, SCREENING_OUTCOMES } from "~/domain/prioritisation/screening";
import { REWORK_DAYS } from "~/domain/prioritisation/screening-card";
import { CARD_LIMITS, USUAL_REWORK_DAYS } from "~/domain/prioritisation/screening-form";
import { useFormat, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Radios } from "~/ui/radios";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";

type Criterion = { number: number; question: LocalText; rule: LocalText };
type Props = {
  action: string;
  version: number;
  criteria: Criterion[];
  envelope: number | null;
  currency: string;
};

/** The criterion card: each criterion with its rule, then one of three outcomes with what belongs to it. */
export function CardForm({ action, version, criteria, envelope, currency }: Props) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <PostForm action={action}>
      <input type="hidden" name="version" value={version} />
      <Section title={t("prioritisation.screening.criteria")}>
        {criteria.map((criterion) => (
          <CriterionFields key={criterion.number} criterion={criterion} />
        ))}
      </Section>
      <Section title={t("prioritisation.screening.decision")}>
        <Radios
          name="outcome"
          label={t("prioritisation.screening.outcomeLabel")}
          options={SCREENING_OUTCOMES.map((outcome) => ({
            value: outcome,
            label: t(`prioritisation.screening.outcome.${outcome}`),
            hint: t(`prioritisation.screening.outcomeHint.${outcome}`),
          }))}
          defaultValue={text("outcome")}
          error={error("outcome")}
        />
      </Section>
      <AdmissionFields envelope={envelope} currency={currency} />
      <ObjectionFields />
      <p className="hint">{t("prioritisation.screening.letter")}</p>
      <Button>{t("prioritisation.screening.decide")}</Button>
    </PostForm>
  );
}

function CriterionFields({ criterion: { number, question, rule } }: { criterion: Criterion }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <div className="stack">
      <Radios
        name={`verdict_${number}`}
        label={
          <>
            {number}. <Localised text={question} />
          </>
        }
        hint={<Localised text={rule} />}
        options={CRITERION_VERDICTS.map((verdict) => ({
          value: verdict,
          label: t(`prioritisation.screening.verdict.${verdict}`),
        }))}
        defaultValue={text(`verdict_${number}`)}
        error={error(`verdict_${number}`)}
        inline
      />
      <TextField
        name={`note_${number}`}
        label={t("prioritisation.screening.lineNote", { number })}
        optional
        defaultValue={text(`note_${number}`)}
        error={error(`note_${number}`)}
      />
    </div>
  );
}

function AdmissionFields({ envelope, currency }: { envelope: number | null; currency: string }) {
  const t = useT();
  const format = useFormat();
  const { text, error } = useFormAnswers();
  return (
    <Section title={t("prioritisation.screening.ifAdmitted")} quiet>
      <TextField
        name="amount"
        label={t("prioritisation.screening.amount")}
        hint={
          envelope === null
            ? undefined
            : t("prioritisation.screening.amountHint", { amount: format.money(envelope) })
        }
        defaultValue={text("amount")}
        error={error("amount")}
        inputMode="decimal"
        width="s"
        suffix={currency}
      />
      <TextArea
        name="basis"
        label={t("prioritisation.screening.basis")}
        hint={t("prioritisation.screening.basisHint")}
        rows={2}
        maxCharacters={CARD_LIMITS.basis}
        defaultValue={text("basis")}
        error={error("basis")}
      />
    </Section>
  );
}

function ObjectionFields() {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <Section title={t("prioritisation.screening.ifNotAdmitted")} quiet>
      <Select
        name="reason"
        label={t("prioritisation.screening.reason")}
        options={REFUSAL_REASONS.map((reason) => ({
          value: reason,
          label: t(`initiatives.reason.${reason}.name`),
        }))}
        defaultValue={text("reason")}
        error={error("reason")}
      />
      <TextArea
        name="note"
        label={t("prioritisation.screening.note")}
        hint={t("prioritisation.screening.noteHint")}
        rows={4}
        maxCharacters={CARD_LIMITS.note}
        defaultValue={text("note")}
        error={error("note")}
      />
      <TextField
        name="days"
        label={t("prioritisation.screening.days")}
        hint={t("prioritisation.screening.daysHint", { most: REWORK_DAYS.most })}
        defaultValue={text("days", String(USUAL_REWORK_DAYS))}
        error={error("days")}
        inputMode="numeric"
        width="xs"
      />
    </Section>
  );
}
