import { findAddOneEnd } from "~/domain/tally/add-one";
import { BoundedMoney, EPSILON } from "~/domain/tally/bounded-money";
import { type Counted, type Counting, projectAt, tiesAmong } from "~/domain/tally/counting";
import { completeByEpsilon } from "~/domain/tally/epsilon-completion";
import { ExactMoney } from "~/domain/tally/equal-shares-exact";
import { runEqualShares, type SharesRun, type SharesSetup } from "~/domain/tally/equal-shares-run";
import { type Fraction, fraction, fractionText } from "~/domain/tally/fraction";
import { fillGreedily, greedyOrder } from "~/domain/tally/greedy";
import { turnRounds, turnVerdicts } from "~/domain/tally/greedy-count";
import { Purse } from "~/domain/tally/purse";
import type { Rule } from "~/domain/tally/rules";
import { reportShares, toppedUp } from "~/domain/tally/shares-report";

export type SharesRule = Extract<Rule, { method: "equal-shares" }>;

/** The Method of Equal Shares with the completion its rule names. Pauses after each run but the last. */
export function* countEqualShares(counting: Counting<SharesRule>): Generator<void, Counted> {
  const { election, rule } = counting;
  const { completion } = rule;
  const setup = sharesSetup(counting);
  if (election.voters === 0) return { purse: new Purse(election), rounds: [], ties: [], verdicts: new Map() };
  const adding = completion.startsWith("add1");
  const start = startingEndowment(
    election.budget,
    election.voters,
    completion === "add1-integral",
    election.decimals,
  );
  const end = adding ? yield* findAddOneEnd(setup, start, completion === "add1-until-over") : null;
  const endowment = end?.endowment ?? start;
  const run = runEqualShares(setup, endowment, 0, !adding) as SharesRun;
  const perVoter = fraction(endowment.num, endowment.den * 10n ** BigInt(election.decimals));
  const counted = {
    ...reportShares(counting, run, setup, endowment),
    endowment: fractionText(perVoter),
    ...(end ? { steps: Number(end.steps), stop: end.stop } : {}),
  };
  const begun = { counting, setup, run, counted };
  if (completion === "greedy" || completion === "add1-greedy") return fillRest(begun);
  return completion === "epsilon" ? shareRest(begun, endowment) : counted;
}

/** What a run needs, from what a count has. */
function sharesSetup({ election, rule, profile, ranks, admitted }: Counting<SharesRule>): SharesSetup {
  const costs = Float64Array.from(election.projects, ({ cost }) => Number(cost));
  return {
    election,
    profile,
    timesCost: rule.timesCost,
    ranks,
    eligible: election.projects
      .map(({ index }) => index)
      .filter((p) => admitted[p] && (profile.score[p] as number) > 0),
    conditional: election.projects.some(
      ({ requires, exclusiveGroups, envelopes }) =>
        requires.length + exclusiveGroups.length + envelopes.length > 0,
    ),
    costs,
    firstPrices: costs.map((cost, p) => (cost / (profile.score[p] as number)) * (1 - 8 * EPSILON)),
    perUtility: costs.map((cost) => (rule.timesCost && cost > 0 ? 1 / cost : 1)),
    money: new BoundedMoney(profile, election.ballots.count),
  };
}

/** `B/n` in money units; for the integral variant rounded down to whole currency. */
function startingEndowment(budget: bigint, voters: number, integral: boolean, decimals: number): Fraction {
  if (!integral) return fraction(budget, BigInt(voters));
  const unit = 10n ** BigInt(decimals);
  return fraction((budget / (BigInt(voters) * unit)) * unit);
}

/** A count so far: what Equal Shares bought, and what is told about it. */
interface Begun {
  readonly counting: Counting<SharesRule>;
  readonly setup: SharesSetup;
  readonly run: SharesRun;
  readonly counted: Counted;
}

/** Spends the rest greedily: by score for the `_cost` rules, by score per cost for the others. */
function fillRest({ counting, counted }: Begun): Counted {
  const { election, rule, profile, ranks, admitted } = counting;
  const purse = new Purse(election);
  for (const p of counted.purse.selected) purse.fund(projectAt(election, p));
  const order = greedyOrder(election, profile, rule.timesCost ? "score" : "score-per-cost", ranks);
  const rest = order.filter((p) => admitted[p] && !purse.has(p));
  const turns = fillGreedily(election, purse, rest, true);
  const verdicts = new Map(counted.verdicts);
  const before = counted.rounds.length;
  for (const [p, verdict] of turnVerdicts(counting, turns, "funded-by-completion", before)) {
    verdicts.set(p, { ...verdict, numbers: { ...verdicts.get(p)?.numbers, ...verdict.numbers } });
  }
  return { ...counted, purse, verdicts, rounds: [...counted.rounds, ...turnRounds(counting, turns, before)] };
}

/** Spends the rest on what comes closest, everybody helping. */
function shareRest({ counting, setup, run, counted }: Begun, endowment: Fraction): Counted {
  const { election, profile } = counting;
  const exact = new ExactMoney(profile, election.ballots.weight, endowment);
  for (const { project } of run.steps) exact.buy(project, projectAt(election, project).cost);
  const before = counted.rounds.length;
  const leftBefore = run.purse.left;
  const rest = completeByEpsilon(setup, exact, run.purse);
  const told = toppedUp(counting, rest, before, leftBefore, counted.verdicts);
  return {
    ...counted,
    rounds: [...counted.rounds, ...told.rounds],
    ties: [...counted.ties, ...tiesAmong(election, rest.steps, before)],
    verdicts: told.verdicts,
  };
}
