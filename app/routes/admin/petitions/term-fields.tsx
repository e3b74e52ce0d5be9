import { type RULE_TERMS, TERM_UNITS } from "~/domain/petitions/rules-form";
import { useT } from "~/i18n/use-translation";
import type { FormValues } from "~/shared/form-failure";
import { TextField } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Select } from "~/ui/select";
import { useFormAnswers } from "~/ui/use-form-answers";

type Term = (typeof RULE_TERMS)[number];

/** A length of time: a number, and whether all days count or working days only. */
export function TermFields({ name, values }: { name: Term; values: FormValues }) {
  const t = useT();
  return (
    <Fieldset
      legend={t(`moderation.rules.term.${name}`)}
      hint={t(`moderation.rules.termHint.${name}`)}
      id={name}
    >
      <DaysAndUnit name={name} values={values} />
    </Fieldset>
  );
}

export function DaysAndUnit({ name, values }: { name: string; values: FormValues }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <div className="field-row">
      <TextField
        name={`${name}_days`}
        label={t("moderation.rules.days")}
        defaultValue={text(`${name}_days`, String(values[`${name}_days`] ?? ""))}
        error={error(`${name}_days`)}
        inputMode="numeric"
        width="xs"
      />
      <Select
        name={`${name}_unit`}
        label={t("moderation.rules.unit")}
        options={TERM_UNITS.map((unit) => ({ value: unit, label: t(`moderation.rules.unitName.${unit}`) }))}
        defaultValue={text(`${name}_unit`, String(values[`${name}_unit`] ?? "working"))}
        error={error(`${name}_unit`)}
        emptyLabel={false}
      />
    </div>
  );
}
