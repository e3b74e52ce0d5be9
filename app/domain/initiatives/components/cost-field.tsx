import { useT } from "~/i18n/use-translation";
import { TextField } from "~/ui/field";
import type { FormAnswers } from "~/ui/use-form-answers";

type Props = {
  /** Minor units; null when nothing is stored. */
  stored: number | null;
  currency: string;
  answers: FormAnswers;
};

/** The author's guess, typed as people write sums. */
export function CostField({ stored, currency, answers: { text, error } }: Props) {
  const t = useT();
  return (
    <TextField
      name="costGuess"
      label={t("initiatives.field.costGuess", { currency })}
      hint={t("initiatives.field.costGuessHint")}
      defaultValue={text("costGuess", stored === null ? "" : typedSum(stored))}
      error={error("costGuess")}
      inputMode="decimal"
      autoComplete="off"
      width="s"
      suffix={currency}
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
