import { DUTIES } from "~/domain/petitions/petition-rules";
import { THRESHOLD_PLACES } from "~/domain/petitions/rules-form";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { TextField } from "~/ui/field";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { useFormAnswers } from "~/ui/use-form-answers";
import { useFormFailure } from "~/ui/use-form-failure";
import { BasisFields } from "./basis-fields";
import type { RulesFieldsProps } from "./rules-fields";
import { DaysAndUnit } from "./term-fields";

/** Thresholds by rising number; the first empty place is for one more. */
export function ThresholdFields(props: RulesFieldsProps) {
  const t = useT();
  const { values: typed } = useFormFailure();
  const isFilled = (place: number) =>
    Boolean(typed[`threshold_${place}_signatures`] ?? props.values[`threshold_${place}_signatures`]);
  const filled = THRESHOLD_PLACES.filter(isFilled);
  const shown = THRESHOLD_PLACES.filter((place) => place <= Math.max(0, ...filled) + 1);
  return (
    <>
      <Section title={t("moderation.rules.part.thresholds")} lead={t("moderation.rules.thresholdsLead")}>
        <BasisFields part="thresholds" values={props.values} languages={props.languages} />
      </Section>
      {shown.map((place) => (
        <OneThreshold key={place} place={place} isNew={!isFilled(place)} {...props} />
      ))}
    </>
  );
}

type OneProps = RulesFieldsProps & { place: number; isNew: boolean };

function OneThreshold({ place, isNew, ...props }: OneProps) {
  const t = useT();
  const { values } = props;
  const { text, error } = useFormAnswers();
  const name = `threshold_${place}`;
  return (
    <Section
      title={t(isNew ? "moderation.rules.thresholdNew" : "moderation.rules.threshold", { place })}
      quiet
    >
      <TextField
        name={`${name}_signatures`}
        label={t("moderation.rules.signatures")}
        hint={isNew ? undefined : t("moderation.rules.signaturesHint")}
        defaultValue={text(`${name}_signatures`, String(values[`${name}_signatures`] ?? ""))}
        error={error(`${name}_signatures`)}
        inputMode="numeric"
        width="s"
      />
      <Select
        name={`${name}_duty`}
        label={t("moderation.rules.duty")}
        options={DUTIES.map((duty) => ({ value: duty, label: t(`moderation.rules.dutyName.${duty}`) }))}
        defaultValue={text(`${name}_duty`, String(values[`${name}_duty`] ?? "answer"))}
        error={error(`${name}_duty`)}
        emptyLabel={false}
      />
      <DaysAndUnit name={name} values={values} />
      {props.districts.length > 0 ? <AreaFields name={name} {...props} /> : null}
    </Section>
  );
}

/** Numbers that single districts must reach as well; folded away, because few communities ask for them. */
function AreaFields({ name, values, districts }: RulesFieldsProps & { name: string }) {
  const t = useT();
  const locale = useLocale();
  const { text, error } = useFormAnswers();
  const fields = districts.map((district) => ({ ...district, field: `${name}_area_${district.id}` }));
  const isUsed = fields.some(({ field }) => text(field, String(values[field] ?? "")));
  return (
    <Details summary={t("moderation.rules.areas")} open={isUsed}>
      <p className="hint">{t("moderation.rules.areasHint")}</p>
      {fields.map(({ field, name: district }) => (
        <TextField
          key={field}
          name={field}
          label={localText(district, locale).text}
          defaultValue={text(field, String(values[field] ?? ""))}
          error={error(field)}
          inputMode="numeric"
          width="xs"
          optional
        />
      ))}
    </Details>
  );
}
