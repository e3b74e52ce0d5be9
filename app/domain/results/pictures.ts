import { fractionValue } from "./fraction-value";
import { majorUnits } from "./money-text";
import type { ResultList, ResultProject } from "./published-result";
import { ruleTraits } from "./rule-family";

/** What the picture of votes against cost shows. Costs in major units. */
export type CostPicture = {
  finding:
    | { kind: "all-won" }
    | { kind: "none-won" }
    | { kind: "most-votes-won" }
    /** One project won with fewer votes than another one lost with, as a rule a dearer one. */
    | { kind: "popular-lost"; won: ResultProject; lost: ResultProject };
  /** A straight line through the origin of `perVote` in cost for a vote, or a level number of votes. */
  line: { kind: "shares"; perVote: number } | { kind: "level"; votes: number } | null;
};

/** Null where there are too few projects for a picture to say more than the table. */
export function costPicture(list: ResultList): CostPicture | null {
  const { projects } = list;
  if (projects.length < 6) return null;
  const won = projects.filter(({ funded }) => funded);
  const lost = projects.filter(({ funded }) => !funded);
  return { finding: findingOf(won, lost), line: lineOf(list, lost) };
}

function findingOf(won: ResultProject[], lost: ResultProject[]): CostPicture["finding"] {
  const fewest = [...won].sort((one, two) => one.score - two.score)[0];
  const most = [...lost].sort((one, two) => two.score - one.score)[0];
  if (!most) return { kind: "all-won" };
  if (!fewest) return { kind: "none-won" };
  if (most.score <= fewest.score) return { kind: "most-votes-won" };
  return { kind: "popular-lost", won: fewest, lost: most };
}

/**
 * Equal Shares: as many supporters as it takes when each gives the whole share of the last run; with fewer
 * nobody can pay. Greedy: the most votes that did not lead to money.
 */
function lineOf({ rule, count }: ResultList, lost: ResultProject[]): CostPicture["line"] {
  const { family, unit, skips, order } = ruleTraits(rule);
  if (family === "shares" && unit === "votes" && count.endowment) {
    return { kind: "shares", perVote: fractionValue(count.endowment) };
  }
  if (family === "greedy" && order === "score" && skips && lost.length > 0) {
    return { kind: "level", votes: Math.max(...lost.map(({ score }) => score)) };
  }
  return null;
}

export type MoneyGroup = { name: string; spent: number; budget: number; funded: number };

/** Assigned money by list; amounts in minor units. Null for a single list. */
export function moneyByList(lists: readonly ResultList[]): { list: ResultList; group: MoneyGroup }[] | null {
  if (lists.length < 2) return null;
  return lists.map((list) => {
    const won = list.projects.filter(({ funded }) => funded);
    const spent = won.reduce((sum, { cost }) => sum + cost, 0);
    return { list, group: { name: list.key, spent, budget: list.amount, funded: won.length } };
  });
}

/**
 * Assigned money by category, largest first; a project of several categories counts in each. Null where
 * projects have no categories, or all the same.
 */
export function moneyByCategory(lists: readonly ResultList[]): MoneyGroup[] | null {
  const groups = new Map<string, MoneyGroup>();
  for (const project of lists.flatMap(({ projects }) => projects)) {
    for (const name of project.category ? project.category.split(", ") : [""]) {
      const group = groups.get(name) ?? { name, spent: 0, budget: 0, funded: 0 };
      groups.set(name, group);
      if (!project.funded) continue;
      group.spent += project.cost;
      group.funded += 1;
    }
  }
  if (groups.size < 2) return null;
  return [...groups.values()].sort((one, two) => two.spent - one.spent || one.name.localeCompare(two.name));
}

/** Major units as a number, for pictures only. */
export function pictureMoney(minor: number, currency: string): number {
  return Number(majorUnits(minor, currency));
}
