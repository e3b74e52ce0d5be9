import type { LocalText } from "~/domain/communities/community";
import type { ElectionSource } from "~/domain/prioritisation/round";
import type { ProjectReason, TallyRecord, TurnoutDays } from "./result";
import type { TieOrder } from "./ties";
import type { Missing } from "./what-was-missing";

export type ResultProject = {
  code: string;
  title: string;
  /** BCP 47 language of the title, `und` where nobody knows. */
  language: string;
  /** Minor units of the result's currency. */
  cost: number;
  category: string;
  area: string;
  /** People who chose it. */
  votes: number;
  /** What the rule ranks by: votes or points. */
  score: number;
  place: number;
  funded: boolean;
  round: number | null;
  reason: Pick<ProjectReason, "code" | "values">;
  /** Number of the initiative it grew from. */
  initiative: number | null;
  /** What would have funded it; null for a funded project, and until it has been counted. */
  missing: Missing | null;
};

/** A project as it was counted, before what it lacked was. */
export type CountedProject = Omit<ResultProject, "missing">;

/** The result of one envelope. */
export type ResultList = TallyRecord & {
  /** `community`, or the code of the district. */
  key: string;
  district: LocalText | null;
  /** Minor units. */
  amount: number;
  rule: string;
  ballots: number;
  certified: boolean;
  file: { sha256: string; bytes: number };
  projects: ResultProject[];
};

export type PublishedResult = {
  slug: string;
  title: LocalText;
  source: ElectionSource | null;
  currency: string;
  tieOrder: TieOrder;
  /** Which public value the rules named for the draw. */
  drawSource: LocalText | null;
  publishedAt: Date;
  voters: number;
  turnout: TurnoutDays[];
  lists: ResultList[];
};

/** Sums over all lists of a result; money in minor units. */
export type ResultTotals = {
  funded: number;
  total: number;
  spent: number;
  budget: number;
  ballots: number;
  /** Voters, list by list, who see a choice funded; and funded choices in all. */
  satisfied: number;
  choices: number;
};

export function totalsOf(lists: readonly ResultList[]): ResultTotals {
  const totals = { funded: 0, total: 0, spent: 0, budget: 0, ballots: 0, satisfied: 0, choices: 0 };
  for (const { projects, amount, ballots, fundedChoices, count } of lists) {
    const winners = projects.filter(({ funded }) => funded);
    totals.funded += winners.length;
    totals.total += projects.length;
    totals.spent += winners.reduce((sum, { cost }) => sum + cost, 0);
    totals.budget += amount;
    totals.ballots += ballots;
    totals.satisfied += count.votersWithWinner;
    totals.choices += fundedChoices.reduce((sum, voters, choices) => sum + voters * choices, 0);
  }
  return totals;
}

export const SORTS = ["place", "project", "cost", "votes", "result"] as const;
export type Sort = (typeof SORTS)[number];
export type Sorting = { by: Sort; descending: boolean };

/** `?sort=cost`, `?sort=-cost`; anything else is the order of the result: winners first, by place. */
export function readSorting(value: string | null): Sorting {
  const descending = value?.startsWith("-") ?? false;
  const by = SORTS.find((sort) => sort === (descending ? value?.slice(1) : value));
  return by ? { by, descending } : { by: "result", descending: false };
}

/** A sorted copy; equals stand by place. `compare` orders titles as the reader's language does. */
export function sortProjects(
  projects: readonly ResultProject[],
  { by, descending }: Sorting,
  compare: (one: string, two: string) => number,
): ResultProject[] {
  const order: Record<Sort, (one: ResultProject, two: ResultProject) => number> = {
    place: (one, two) => one.place - two.place,
    project: (one, two) => compare(one.title, two.title),
    cost: (one, two) => one.cost - two.cost,
    votes: (one, two) => one.score - two.score,
    result: (one, two) => Number(two.funded) - Number(one.funded),
  };
  const sign = descending ? -1 : 1;
  return [...projects].sort((one, two) => sign * order[by](one, two) || one.place - two.place);
}

/** Address of the page of one project; the list is named only where the number alone is not enough. */
export function projectPath(
  base: string,
  lists: readonly ResultList[],
  list: ResultList,
  code: string,
): string {
  const twice = lists.some(
    (other) => other !== list && other.projects.some((project) => project.code === code),
  );
  const path = `${base}/${encodeURIComponent(code)}`;
  return twice ? `${path}?list=${encodeURIComponent(list.key)}` : path;
}
