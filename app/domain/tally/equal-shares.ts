import { findAddOneEnd } from "~/domain/tally/add-one";
import { BoundedMoney, EPSILON } from "~/domain/tally/bounded-money";
import { type Counted, type Counting, idOf, money, projectAt, roughly, standingVerdict, type Verdict } from "~/domain/tally/counting";
import type { Round } from "~/domain/tally/count-result";
import { runEqualShares, type SharesRun, type SharesSetup } from "~/domain/tally/equal-shares-run";
import { type Fraction, fraction, fractionText } from "~/domain/tally/fraction";
import { fillGreedily, greedyOrder } from "~/domain/tally/greedy";
import { turnRounds, turnVerdicts } from "~/domain/tally/greedy-count";
import { Purse } from "~/domain/tally/purse";
import type { Rule } from "~/domain/tally/rules";

export type SharesRule = Extract<Rule, { method: "equal-shares" }>;

/** The Method of Equal Shares with the completion its rule names. */
export function countEqualShares(counting: Counting<SharesRule>): Counted {
  const { election, rule } = counting;
  if (election.voters === 0) return complete(counting, { steps: [], purse: new Purse(election) }, null, {});
  const setup = sharesSetup(counting);
  const { completion } = rule;
  const adding = completion !== "none" && completion !== "greedy" && completion !== "epsilon";
  const start = startingEndowment(election.budget, election.voters, completion === "add1-integral", election.decimals);
  const end = adding ? findAddOneEnd(setup, start, completion === "add1-until-over") : null;
  const endowment = end?.endowment ?? start;
  const run = runEqualShares(setup, endowment, 0, !adding) as SharesRun;
  const per = fraction(endowment.num, endowment.den * 10n ** BigInt(election.decimals));
  return complete(counting, run, setup, { endowment: fractionText(per), ...(end ? { steps: end.steps, stop: end.stop } : {}) });
}

/** What a run needs, from what a count has. */
export function sharesSetup({ election, rule, profile, ranks, admitted }: Counting<SharesRule>): SharesSetup {
  const costs = Float64Array.from(election.projects, ({ cost }) => Number(cost));
  return {
    election,
    profile,
    timesCost: rule.timesCost,
    ranks,
    eligible: election.projects.map(({ index }) => index).filter((p) => admitted[p] && (profile.score[p] as number) > 0),
    conditional: election.projects.some(({ requires, exclusiveGroups, envelopes }) => requires.length + exclusiveGroups.length + envelopes.length > 0),
    costs,
    firstPrices: costs.map((cost, p) => (cost / (profile.score[p] as number)) * (1 - 8 * EPSILON)),
    perUtility: costs.map((cost) => (rule.timesCost && cost > 0 ? 1 / cost : 1)),
    money: new BoundedMoney(profile, election.ballots.count),
  };
}

/** `B/n` in money units; for the integral variant rounded down to whole currency. */
export function startingEndowment(budget: bigint, voters: number, integral: boolean, decimals: number): Fraction {
  if (!integral) return fraction(budget, BigInt(voters));
  const unit = 10n ** BigInt(decimals);
  return fraction((budget / (BigInt(voters) * unit)) * unit);
}

type End = Pick<Counted, "endowment" | "steps" | "stop">;

function complete(counting: Counting<SharesRule>, run: SharesRun, setup: SharesSetup | null, end: End): Counted {
  const { election, rule, profile, ranks } = counting;
  const rounds = sharesRounds(counting, run);
  const verdicts = sharesVerdicts(counting, run, setup);
  const ties = run.steps.flatMap(({ tied, project }, index) =>
    tied.length === 0 ? [] : [{ round: index + 1, tied: tied.map((p) => idOf(election, p)), chosen: idOf(election, project) }],
  );
  if (rule.completion !== "greedy" && rule.completion !== "add1-greedy") return { purse: run.purse, rounds, ties, verdicts, ...end };
  const purse = rebound(election, run.purse);
  const order = greedyOrder(election, profile, rule.timesCost ? "score" : "score-per-cost", ranks).filter((p) => counting.admitted[p] && !purse.has(p));
  const turns = fillGreedily(election, purse, order, true);
  for (const [p, verdict] of turnVerdicts(counting, turns, "funded-by-completion", rounds.length)) {
    verdicts.set(p, { ...verdict, numbers: { ...verdicts.get(p)?.numbers, ...verdict.numbers } });
  }
  return { purse, rounds: [...rounds, ...turnRounds(counting, turns, rounds.length)], ties, verdicts, ...end };
}

/** The same purchases in a purse that the budget binds. */
function rebound(election: Counting["election"], run: Purse): Purse {
  const purse = new Purse(election);
  for (const p of run.selected) purse.fund(projectAt(election, p));
  return purse;
}

function sharesRounds({ election, rule, profile }: Counting<SharesRule>, { steps }: SharesRun): Round[] {
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

function sharesVerdicts(counting: Counting<SharesRule>, { steps, purse }: SharesRun, setup: SharesSetup | null): Map<number, Verdict> {
  const { election } = counting;
  const verdicts = new Map<number, Verdict>();
  for (const [index, { project: p, price, payers }] of steps.entries()) {
    verdicts.set(p, { reason: "funded-by-supporters", round: index + 1, numbers: { price: roughly(election, price.value) * 10 ** counting.profile.decimals, payers } });
  }
  for (const p of setup?.eligible ?? []) {
    if (!verdicts.has(p)) verdicts.set(p, standingVerdict(election, purse, p) ?? lackOfMoney(election, setup as SharesSetup, p));
  }
  return verdicts;
}

function lackOfMoney(election: Counting["election"], { money: held }: SharesSetup, p: number): Verdict {
  const cost = Number(projectAt(election, p).cost);
  const supportersMoney = held.total(p);
  const numbers = { cost: money(election, projectAt(election, p).cost), supportersMoney: roughly(election, supportersMoney), missing: roughly(election, Math.max(0, cost - supportersMoney)) };
  return { reason: "supporters-lack-money", round: null, numbers };
}
