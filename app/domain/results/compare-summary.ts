import type { RuleId } from "~/domain/tally/rules";
import type { RuleOutcome } from "./compare-outcomes";
import { minorUnits } from "./money-text";
import type { ResultList, ResultProject } from "./published-result";

/** A list with what each rule makes of its ballots; the rule that was used comes first. */
export type ComparedList = { list: ResultList; outcomes: readonly RuleOutcome[] };

/** The lists of a result that have been compared, in the order of the result. */
export function comparedLists(
  lists: readonly ResultList[],
  outcomes: ReadonlyMap<string, readonly RuleOutcome[]>,
): ComparedList[] {
  return lists.flatMap((list) => {
    const found = outcomes.get(list.key);
    return found ? [{ list, outcomes: found }] : [];
  });
}

/** One rule over all lists; money in minor units. */
export type RuleSummary = {
  rule: RuleId;
  used: boolean;
  funded: number;
  spent: number;
  ballots: number;
  served: number;
  /** Funded choices per ballot. */
  choices: number;
  /** Between 0 and 1; over several lists the mean by ballots. */
  gini: number;
  /** Unfunded projects whose supporters have a claim to their cost. */
  deserving: number;
};

/** Sums every rule up over the lists that were compared. */
export function summarise(lists: readonly ComparedList[], currency: string): RuleSummary[] {
  return rulesOf(lists).map((rule, index) => {
    const summary = {
      rule,
      used: index === 0,
      funded: 0,
      spent: 0,
      ballots: 0,
      served: 0,
      choices: 0,
      gini: 0,
      deserving: 0,
    };
    let ballots = 0;
    for (const { list, outcome } of outcomesUnder(lists, rule)) {
      const { measures, selected, cost, votersWithWinner } = outcome;
      ballots += list.ballots;
      summary.funded += selected.length;
      summary.spent += minorUnits(cost, currency) ?? 0;
      summary.served += votersWithWinner;
      summary.choices += list.ballots * measures.fundedChoices;
      summary.gini += list.ballots * measures.gini;
      summary.deserving += measures.deserving.length;
    }
    const mean = (sum: number) => (ballots === 0 ? 0 : sum / ballots);
    return { ...summary, ballots, choices: mean(summary.choices), gini: mean(summary.gini) };
  });
}

export type ComparedProject = {
  project: ResultProject;
  list: ResultList;
  /** By rule, in the order of the rules. */
  funded: boolean[];
};

export type ProjectComparison = {
  /** Projects that some rules fund and others do not, most often funded first. */
  disputed: ComparedProject[];
  /** How many every rule funds, and how many none does. */
  always: number;
  never: number;
};

/** Which projects the choice of the rule decides. */
export function compareProjects(lists: readonly ComparedList[]): ProjectComparison {
  const rules = rulesOf(lists);
  const compared = lists.flatMap(({ list, outcomes }) => {
    const winners = rules.map((rule) => new Set(outcomes.find((outcome) => outcome.rule === rule)?.selected));
    return list.projects.map((project) => ({
      project,
      list,
      funded: winners.map((ids) => ids.has(project.code)),
    }));
  });
  const times = ({ funded }: ComparedProject) => funded.filter(Boolean).length;
  return {
    disputed: compared
      .filter((each) => times(each) > 0 && times(each) < rules.length)
      .sort((one, two) => times(two) - times(one) || one.project.place - two.project.place),
    always: compared.filter((each) => times(each) === rules.length).length,
    never: compared.filter((each) => times(each) === 0).length,
  };
}

export type ComparedPart = { name: string; byRule: { rule: RuleId; funded: number; spent: number }[] };

/** What a project counts under: its category, or its area. Several categories count in each. */
export type PartKind = "category" | "area";

/** Projects and money of each rule by category or area; null where there are no parts to compare. */
export function compareParts(lists: readonly ComparedList[], kind: PartKind): ComparedPart[] | null {
  const rules = rulesOf(lists);
  const parts = new Map<string, ComparedPart>();
  for (const { list, outcomes } of lists) {
    for (const project of list.projects) {
      for (const name of namesOf(project, kind)) {
        const part = parts.get(name) ?? {
          name,
          byRule: rules.map((rule) => ({ rule, funded: 0, spent: 0 })),
        };
        parts.set(name, part);
        addTo(part, project, outcomes);
      }
    }
  }
  const total = ({ byRule }: ComparedPart) => byRule[0]?.spent ?? 0;
  return parts.size < 2 ? null : [...parts.values()].sort((one, two) => total(two) - total(one));
}

function addTo(part: ComparedPart, { code, cost }: ResultProject, outcomes: readonly RuleOutcome[]): void {
  for (const sums of part.byRule) {
    if (!outcomes.find(({ rule }) => rule === sums.rule)?.selected.includes(code)) continue;
    sums.funded += 1;
    sums.spent += cost;
  }
}

function namesOf({ category, area }: ResultProject, kind: PartKind): string[] {
  if (kind === "area") return [area];
  return category === "" ? [""] : category.split(", ");
}

/** Rules of the first list; a round counts all its lists alike. */
export function rulesOf(lists: readonly ComparedList[]): RuleId[] {
  return lists[0]?.outcomes.map(({ rule }) => rule) ?? [];
}

function outcomesUnder(
  lists: readonly ComparedList[],
  rule: RuleId,
): { list: ResultList; outcome: RuleOutcome }[] {
  return lists.flatMap(({ list, outcomes }) => {
    const outcome = outcomes.find((each) => each.rule === rule);
    return outcome ? [{ list, outcome }] : [];
  });
}
