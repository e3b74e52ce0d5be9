import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { type RuleChange, ruleChanges, ruleLines } from "~/domain/petitions/rule-lines";
import type { LocalText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import { Timeline } from "~/ui/timeline";

type Version = { version: number; rules: PetitionRules; at: Date; by: string | null };
type Props = { versions: Version[]; districts: readonly { id: string; name: LocalText }[] };

/** Every saved version with what it changed in the one before. */
export function RuleVersions({ versions, districts }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  if (versions.length === 0) return null;
  const lines = versions.map(({ rules }) => ruleLines(rules, { t, locale, districts }));
  return (
    <Section title={t("moderation.rules.versions")} quiet>
      <Timeline
        items={versions.map(({ version, at, by }, index) => {
          const before = lines[index + 1];
          return {
            when: (
              <>
                <Time value={at} format="dateTime" />
                {by ? ` · ${by}` : null}
              </>
            ),
            title: t("moderation.rules.versionNumber", { version: format.number(version) }),
            children: before ? (
              <ChangeList changes={ruleChanges(before, lines[index] ?? [])} />
            ) : (
              <p>{t("moderation.rules.firstVersion")}</p>
            ),
          };
        })}
      />
    </Section>
  );
}

function ChangeList({ changes }: { changes: RuleChange[] }) {
  const t = useT();
  if (changes.length === 0) return <p>{t("moderation.rules.noChange")}</p>;
  return (
    <ul>
      {changes.map(({ id, label, before, after }) => (
        <li key={id}>
          {label}:{" "}
          {t("moderation.rules.change", {
            before: before ?? t("moderation.rules.nothing"),
            after: after ?? t("moderation.rules.nothing"),
          })}
        </li>
      ))}
    </ul>
  );
}
