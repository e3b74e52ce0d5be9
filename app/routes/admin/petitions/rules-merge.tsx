import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { ruleChanges, ruleLines } from "~/domain/petitions/rule-lines";
import { rulesForm, rulesOf } from "~/domain/petitions/rules-form";
import type { LocalText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { useFormFailure } from "~/ui/use-form-failure";

type Props = {
  /** What another administrator has saved meanwhile. */
  current: PetitionRules;
  languages: readonly Locale[];
  districts: readonly { id: string; name: LocalText }[];
};

/** Shown to the second of two administrators (F-20): what is stored now beside what they typed, which is still there. */
export function RulesMerge({ current, languages, districts }: Props) {
  const t = useT();
  const locale = useLocale();
  const { errors, values } = useFormFailure();
  if (!errors.some(({ message }) => message === "moderation.refusal.changed_meanwhile")) return null;
  const ids = districts.map(({ id }) => id);
  const typed = rulesForm(ids).safeParse({ ...values });
  if (!typed.success) return null;
  const words = { t, locale, districts };
  const mine = ruleLines(rulesOf(typed.data, languages, ids), words);
  const changes = ruleChanges(ruleLines(current, words), mine);
  const nothing = t("moderation.rules.nothing");
  return (
    <Notice tone="warning" title={t("moderation.rules.mergeTitle")}>
      <p>{t(changes.length > 0 ? "moderation.rules.merge" : "moderation.rules.mergeSame")}</p>
      <ul>
        {changes.map(({ id, label, before, after }) => (
          <li key={id}>
            {label}: {t("moderation.rules.mergeLine", { stored: before ?? nothing, typed: after ?? nothing })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
