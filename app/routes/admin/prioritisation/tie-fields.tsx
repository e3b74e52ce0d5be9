import { type RoundRules, TIE_ORDERS } from "~/domain/prioritisation/round";
import { ROUND_LIMITS } from "~/domain/prioritisation/round-form";
import type { Locale } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import { Radios } from "~/ui/radios";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { LocalFields } from "./local-fields";

type Props = { rules: RoundRules; languages: readonly Locale[] };

/** How equals are ordered, and which public value decides where they are drawn by lot. */
export function TieFields({ rules, languages }: Props) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <Section title={t("prioritisation.sheet.rules.tieOrder")}>
      <Radios
        name="tieOrder"
        label={t("prioritisation.field.tie")}
        hint={t("prioritisation.field.tieHint")}
        options={TIE_ORDERS.map((order) => ({
          value: order,
          label: t(`prioritisation.tieOrder.${order}`),
        }))}
        defaultValue={text("tieOrder", rules.tieOrder)}
        error={error("tieOrder")}
      />
      <LocalFields
        name="drawSource"
        legend={t("prioritisation.field.drawSource")}
        hint={t("prioritisation.field.drawSourceHint")}
        languages={languages}
        stored={rules.drawSource ?? {}}
        maximum={ROUND_LIMITS.drawSource}
        long
      />
    </Section>
  );
}
