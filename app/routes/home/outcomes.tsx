import type { ResultSummary } from "~/domain/results/published-result-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { BigFigures } from "~/ui/big-figures";
import { Section } from "~/ui/section";

/** Four figures on what came of it: the newest result, and the way to the ones before. */
export function Outcomes({ results, counted }: { results: ResultSummary[]; counted: number }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const [newest, ...others] = results;
  if (!newest) return null;
  const { title, slug, funded, projects, spent, budget, currency, voters } = newest;
  return (
    <Section
      title={t("communities.home.came")}
      lead={localText(title, locale).text}
      action={{ href: `/${locale}/rounds/${slug}/results`, label: t("communities.home.result") }}
    >
      <BigFigures
        items={[
          {
            value: format.number(funded),
            label: t("communities.home.funded", { count: funded }),
            note: t("communities.home.ofProjects", { total: projects }),
          },
          {
            value: format.money(spent, currency),
            label: t("communities.home.money"),
            note: t("communities.home.ofBudget", { budget: format.money(budget, currency) }),
          },
          { value: format.number(voters), label: t("communities.home.voters", { count: voters }) },
          {
            value: format.number(counted),
            label: t("communities.home.counted", { count: counted }),
            href: `/${locale}/rounds`,
          },
        ]}
      />
      {others.length > 0 ? (
        <ul>
          {others.map((other) => (
            <li key={other.slug}>
              <a href={`/${locale}/rounds/${other.slug}/results`}>
                {t("communities.home.cameFrom", { round: localText(other.title, locale).text })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
