import { RESIDENCE_BASES } from "~/domain/identity/residence";
import { ENDINGS, NAME_RULES } from "~/domain/petitions/rules-form";
import type { LocalText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import type { FormValues } from "~/shared/form-failure";
import { Checkbox, Checkboxes } from "~/ui/checkboxes";
import { TextField } from "~/ui/field";
import { Radios } from "~/ui/radios";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { useFormFailure } from "~/ui/use-form-failure";
import { BasisFields } from "./basis-fields";
import { TermFields } from "./term-fields";

export type RulesFieldsProps = {
  /** What the form shows before anything is typed. */
  values: FormValues;
  languages: readonly Locale[];
  districts: readonly { id: string; name: LocalText }[];
};

const stored = (values: FormValues, name: string) => String(values[name] ?? "");

type NumberName = "firstSignatories" | "minimumAge" | "retentionDays";

function NumberField({ name, values, hint }: { name: NumberName; values: FormValues; hint?: string }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <TextField
      name={name}
      label={t(`moderation.rules.${name}`)}
      hint={hint}
      defaultValue={text(name, stored(values, name))}
      error={error(name)}
      inputMode="numeric"
      width="xs"
    />
  );
}

/** From filing to the moderators. */
export function StartFields({ values, languages }: RulesFieldsProps) {
  const t = useT();
  return (
    <>
      <Section title={t("moderation.rules.part.first_signatories")}>
        <NumberField
          name="firstSignatories"
          values={values}
          hint={t("moderation.rules.firstSignatoriesHint")}
        />
        <TermFields name="gathering" values={values} />
        <BasisFields part="first_signatories" values={values} languages={languages} />
      </Section>
      <Section title={t("moderation.rules.part.moderation")}>
        <TermFields name="moderation" values={values} />
        <TermFields name="rework" values={values} />
        <TermFields name="reviewRequest" values={values} />
        <TermFields name="reviewDecision" values={values} />
        <BasisFields part="moderation" values={values} languages={languages} />
      </Section>
    </>
  );
}

/** Who may sign, and what of them is shown. */
export function SignerFields({ values, languages }: RulesFieldsProps) {
  const t = useT();
  const { text, error, checked } = useFormAnswers();
  const typed = useFormFailure().values["bases"] ?? values["bases"];
  return (
    <Section title={t("moderation.rules.part.signers")}>
      <Checkboxes
        name="bases[]"
        label={t("moderation.rules.bases")}
        options={RESIDENCE_BASES.map((basis) => ({ value: basis, label: t(`moderation.basis.${basis}`) }))}
        defaultValue={Array.isArray(typed) ? typed : []}
        error={error("bases")}
      />
      <NumberField name="minimumAge" values={values} hint={t("moderation.rules.minimumAgeHint")} />
      <Checkbox
        name="withoutAccount"
        label={t("moderation.rules.withoutAccount")}
        hint={t("moderation.rules.withoutAccountHint")}
        defaultChecked={checked("withoutAccount", values["withoutAccount"] === "yes")}
      />
      <Radios
        name="names"
        label={t("moderation.rules.names")}
        options={NAME_RULES.map((rule) => ({
          value: rule,
          label: t(`moderation.rules.namesRule.${rule}`),
        }))}
        defaultValue={text("names", stored(values, "names"))}
        error={error("names")}
      />
      <BasisFields part="signers" values={values} languages={languages} />
    </Section>
  );
}

/** The collection of signatures and what comes after it. */
export function AfterFields({ values, languages }: RulesFieldsProps) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <Section title={t("moderation.rules.part.collection")}>
      <TermFields name="collection" values={values} />
      <Radios
        name="belowThreshold"
        label={t("moderation.rules.belowThreshold")}
        options={ENDINGS.map((ending) => ({
          value: ending,
          label: t(`moderation.rules.ending.${ending}`),
        }))}
        defaultValue={text("belowThreshold", stored(values, "belowThreshold"))}
        error={error("belowThreshold")}
      />
      <NumberField name="retentionDays" values={values} hint={t("moderation.rules.retentionDaysHint")} />
      <BasisFields part="collection" values={values} languages={languages} />
    </Section>
  );
}
