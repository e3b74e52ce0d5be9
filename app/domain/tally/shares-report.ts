import type { Round } from "~/domain/tally/count-result";
import {
  type Counted,
  type Counting,
  doesNotFit,
  money,
  projectAt,
  roughly,
  standingVerdict,
  tiesAmong,
  type Verdict,
} from "~/domain/tally/counting";
import type { Rest } from "~/domain/tally/epsilon-completion";
import type { SharesRule } from "~/domain/tally/equal-shares";
import type { SharesRun, SharesSetup } from "~/domain/tally/equal-shares-run";
import type { Fraction } from "~/domain/tally/fraction";
import { lastPayableRounds } from "~/domain/tally/lost-rounds";
import type { Purse } from "~/domain/tally/purse";

/** What is told about a run of Equal Shares: every purchase, and why the others were not bought. */
export function reportShares(
  counting: Counting<SharesRule>,
  run: SharesRun,
  setup: SharesSetup,
  endowment: Fraction,
): Counted {
  const { election } = counting;
  return {
    purse: run.purse,
    rounds: purchases(counting, run),
    ties: tiesAmong(election, run.steps),
    verdicts: verdicts(counting, run, setup, lastPayableRounds(setup, endowment, run.steps)),
  };
}

/** The purchases of the completion by epsilon, told in the same way. */
export function toppedUp(
  { election }: Counting<SharesRule>,
  { steps, lastOpen }: Rest,
  before: number,
  leftBefore: bigint,
  earlier: ReadonlyMap<number, Verdict>,
): { rounds: Round[]; verdicts: Map<number, Verdict> } {
  const rounds: Round[] = [];
  const told = new Map(earlier);
  for (const [p, step] of lastOpen) {
    const verdict = told.get(p);
    if (verdict) told.set(p, { ...verdict, round: before + step });
  }
  let left = leftBefore;
  for (const [index, step] of steps.entries()) {
    const { id, cost } = projectAt(election, step.project);
    const round = before + index + 1;
    const others = roughly(election, step.others);
    const leftBeforeIt = money(election, left);
    left -= cost;
    rounds.push({
      kind: "topped-up",
      round,
      project: id,
      cost: money(election, cost),
      left: money(election, left),
      others,
    });
    told.set(step.project, {
      reason: "funded-by-completion",
      round,
      numbers: { others, leftBefore: leftBeforeIt },
    });
  }
  return { rounds, verdicts: told };
}

function purchases({ election, rule, profile }: Counting<SharesRule>, { steps }: SharesRun): Round[] {
  let left = election.budget;
  return steps.map(({ project: p, price, payers, exhausted }, index) => {
    const { id, cost } = projectAt(election, p);
    left -= cost;
    const perPoint = roughly(election, price.value) * 10 ** profile.decimals;
    return {
      kind: "shares",
      round: index + 1,
      project: id,
      cost: money(election, cost),
      left: money(election, left),
      rho: rule.timesCost ? perPoint / (roughly(election, Number(cost)) || 1) : perPoint,
      price: perPoint,
      supporters: profile.support[p] as number,
      payers,
      exhausted,
    };
  });
}

function verdicts(
  { election, profile }: Counting<SharesRule>,
  { steps, purse }: SharesRun,
  setup: SharesSetup,
  lastRounds: ReadonlyMap<number, number>,
): Map<number, Verdict> {
  const told = new Map<number, Verdict>();
  for (const [index, { project: p, price, payers }] of steps.entries()) {
    const numbers = { price: roughly(election, price.value) * 10 ** profile.decimals, payers };
    told.set(p, { reason: "funded-by-supporters", round: index + 1, numbers });
  }
  for (const p of setup.eligible) {
    if (told.has(p)) continue;
    const verdict = standingVerdict(election, purse, p) ?? lackOfMoney(setup, purse, p);
    told.set(p, { ...verdict, round: lastRounds.get(p) ?? null });
  }
  return told;
}

/** Of supporters, or of the envelopes where theirs would do. */
function lackOfMoney({ election, money: held }: SharesSetup, purse: Purse, p: number): Verdict {
  const project = projectAt(election, p);
  const { cost } = project;
  const supportersMoney = roughly(election, held.total(p));
  const missing = Math.max(0, roughly(election, Number(cost)) - supportersMoney);
  const standing = purse.standing(project);
  if (missing === 0 && standing.state === "dear") return doesNotFit(election, project, standing.room);
  return {
    reason: "supporters-lack-money",
    round: null,
    numbers: { cost: money(election, cost), supportersMoney, missing },
  };
}
