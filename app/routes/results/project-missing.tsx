import { useMissing } from "~/domain/results/components/use-missing";
import type { ResultList, ResultProject } from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";

type Props = { list: ResultList; project: ResultProject; currency: string };

/** How many votes, or how much money, an unfunded project lacked; nothing until that has been counted. */
export function ProjectMissing({ list, project: { missing }, currency }: Props) {
  const t = useT();
  const { sentence } = useMissing(currency);
  if (!missing) return null;
  const { unit, addsSteps } = ruleTraits(list.rule);
  return (
    <Section title={t("results.missing.title")}>
      <p className="measure">{sentence(missing, list.ballots)}</p>
      {missing.notCounted ? null : (
        <p className="measure quiet small">
          {t(unit === "votes" ? "results.missing.explain" : "results.missing.explainPoints")}{" "}
          {addsSteps ? t("results.missing.explainSteps") : null}
        </p>
      )}
    </Section>
  );
}
