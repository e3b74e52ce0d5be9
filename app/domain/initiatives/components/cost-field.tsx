import { useFormat, useT } from "~/i18n/use-translation";
import { TextField } from "~/ui/field";
import type { FormAnswers } from "~/ui/use-form-answers";

type Props = {
  /** Minor units; null when nothing is stored. */
  stored: number | null;
  answers: FormAnswers;
};

/** The author's guess, typed as people write sums. */
export function CostField({ stored, answers: { text, error } }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <TextField
      name="costGuess"
      label={t("initiatives.field.costGuess")}
      hint={t("initiatives.field.costGuessHint")}
      defaultValue={text("costGuess", stored === null ? "" : typedSum(stored))}
      error={error("costGuess")}
      inputMode="decimal"
      autoComplete="off"
      width="s"
      suffix={format.money(0).replace(/[\d\s]/g, "")}
      optional
    />
  );
}

/** "12000" or "12000,50": what the field reads back as the same sum. */
function typedSum(minor: number): string {
  const cents = minor % 100;
  const whole = Math.floor(minor / 100);
  return cents === 0 ? String(whole) : `${whole},${String(cents).padStart(2, "0")}`;
}
