import { EPSILON } from "~/domain/tally/bounded-money";
import type { AddOneStop } from "~/domain/tally/count-result";
import type { Project } from "~/domain/tally/election";
import { runEqualShares, type SharesRun, type SharesSetup } from "~/domain/tally/equal-shares-run";
import { add, type Fraction, fraction } from "~/domain/tally/fraction";

/** The endowment at which Add1 ends. `steps` is how many currency units were added per voter. */
export interface AddOneEnd {
  readonly endowment: Fraction;
  readonly steps: bigint;
  readonly stop: AddOneStop;
}

/** Powers of two are exact as doubles, a money unit of many decimals need not be: too long is safe. */
const ROUNDED_UP = 1 + 2 * EPSILON;
/** How many single steps are taken at most before a longer one is tried again. */
const MOST_PATIENCE = 32;

/**
 * Equal Shares completed by Add1: run with one more currency unit per voter each time, until the
 * outcome costs more than the budget (then the run before counts) or, unless `untilOver`, until
 * no supported project would still fit. What is spent is not monotone in the endowment, so no
 * step may be passed over by bisection; but a run over a span of endowments proves that all of
 * them have one outcome, and these are passed over together. The span doubles while that
 * succeeds and shrinks when it fails. Pauses after each run, for who must not hold a thread long.
 */
export function* findAddOneEnd(
  setup: SharesSetup,
  start: Fraction,
  untilOver: boolean,
): Generator<void, AddOneEnd> {
  const unit = 10n ** BigInt(setup.election.decimals);
  const at = (steps: bigint) => add(start, fraction(steps * unit));
  let steps = 0n;
  let span = 1;
  let patience = 1;
  let wait = 0;
  for (;;) {
    const tried = wait > 0 ? 0 : span;
    const run = runEqualShares(setup, at(steps), tried * Number(unit) * ROUNDED_UP, false);
    yield;
    if (!run) {
      span = Math.floor(tried / 4);
      if (span === 0) {
        span = 1;
        wait = patience;
        patience = Math.min(patience * 2, MOST_PATIENCE);
      }
      continue;
    }
    const stop = stopReason(setup, run, untilOver);
    if (stop === "overspend") return { endowment: at(steps - 1n), steps: steps - 1n, stop };
    if (stop) return { endowment: at(steps), steps, stop };
    steps += BigInt(tried) + 1n;
    if (wait > 0) wait -= 1;
    else {
      span = tried * 2;
      patience = 1;
    }
  }
}

function stopReason(setup: SharesSetup, { purse }: SharesRun, untilOver: boolean): AddOneStop | null {
  if (purse.left < 0n) return "overspend";
  const open = setup.eligible
    .map((p) => setup.election.projects[p] as Project)
    .filter((project) => !purse.has(project.index) && purse.standing(project).state === "open");
  if (untilOver) return open.length === 0 ? "all_selected" : null;
  return open.some(({ cost }) => cost <= purse.left) ? null : "exhaustive";
}
