import type { Project } from "~/domain/tally/election";
import type { ExactMoney } from "~/domain/tally/equal-shares-exact";
import type { SharesSetup } from "~/domain/tally/equal-shares-run";
import type { Purse } from "~/domain/tally/purse";
import { type RestPrice, SharedRest } from "~/domain/tally/shared-rest";

/** One purchase of the completion: `others` is the most a voter who does not support it pays. */
export interface RestStep {
  readonly project: number;
  readonly others: number;
  readonly tied: readonly number[];
}

export interface Rest {
  readonly steps: readonly RestStep[];
  /** By project: the last step, from 1, in which it could be bought. */
  readonly lastOpen: ReadonlyMap<number, number>;
}

/** Prices further apart than this are told apart as doubles; their error is far smaller. */
const SURELY_APART = 1e-6;
/** What summing up money may add to a price, in parts of the cost. */
const ROUNDING = 1e-9;

/**
 * Completion by perturbation (Peters, Pierczyński, Skowron 2021, section on exhaustiveness):
 * everybody is taken to value every project at an infinitely small ε, in the same measure as the
 * rule values a mark. Supporters then give all they have left before anybody else gives
 * anything, and the project for which the others pay least (per cost, where a mark is worth the
 * cost) is bought, until no supported project fits. Spends what Equal Shares leaves, one step at
 * a time, on what comes closest. O(rounds · (marks + groups · log groups)) and a few exact prices.
 */
export function completeByEpsilon(setup: SharesSetup, money: ExactMoney, purse: Purse): Rest {
  const { election, profile } = setup;
  const rest = new SharedRest(profile, election.ballots.weight, money.amountsByGroup(), money.unit);
  const steps: RestStep[] = [];
  const lastOpen = new Map<number, number>();
  for (;;) {
    const open = setup.eligible
      .map((p) => election.projects[p] as Project)
      .filter((project) => !purse.has(project.index) && purse.standing(project).state === "open");
    const step = cheapest(setup, rest, open);
    if (!step) return { steps, lastOpen };
    steps.push(step);
    for (const { index } of open) lastOpen.set(index, steps.length);
    rest.charge(step.project, step.price);
    purse.fund(election.projects[step.project] as Project);
  }
}

interface Candidate extends RestStep {
  readonly price: RestPrice;
}

function cheapest(setup: SharesSetup, rest: SharedRest, open: readonly Project[]): Candidate | null {
  const rough = open
    .map((project) => ({ project, others: rest.roughPrice(project.index, Number(project.cost)) }))
    .map((entry) => ({ ...entry, key: entry.others * (setup.perUtility[entry.project.index] as number) }))
    .sort((a, b) => a.key - b.key);
  const [first] = rough;
  if (!first) return null;
  const slack = ({ project }: (typeof rough)[number]) =>
    ROUNDING * Number(project.cost) * (setup.perUtility[project.index] as number);
  const close = rough.filter(
    (entry) => entry.key <= first.key * (1 + SURELY_APART) + slack(first) + slack(entry),
  );
  const exact = close.flatMap(({ project, others }) => {
    const price = rest.price(project.index, project.cost);
    return price ? [{ project, others, price }] : [];
  });
  if (exact.length === 0) return null;
  const least = exact.reduce((best, other) => (compare(setup, other, best) < 0 ? other : best));
  const tied = exact.filter((entry) => compare(setup, entry, least) === 0);
  const winner = tied.reduce((best, other) =>
    (setup.ranks[other.project.index] as number) < (setup.ranks[best.project.index] as number) ? other : best,
  );
  const equal = tied.length > 1 ? tied.map(({ project }) => project.index) : [];
  return { project: winner.project.index, others: winner.others, price: winner.price, tied: equal };
}

interface Priced {
  readonly project: Project;
  readonly price: RestPrice;
}

function compare({ timesCost }: SharesSetup, a: Priced, b: Priced): number {
  const factorOf = ({ project }: Priced) => (timesCost ? project.cost || 1n : 1n);
  const left = a.price.num * b.price.weight * factorOf(b);
  const right = b.price.num * a.price.weight * factorOf(a);
  return left < right ? -1 : left > right ? 1 : 0;
}
