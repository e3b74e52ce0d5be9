import type { Attempt } from "../harness/signing-load";

/** What was published at a moment (Unix milliseconds). */
export type Sample = { at: number; published: number };

export type Answers = {
  asked: number;
  /** Accepted a second, from the first act to the last answer. */
  held: number;
  ok: number;
  refused: number;
  unknown: number;
  p50: number;
  p99: number;
  slowest: number;
  /** Milliseconds that the oldest unpublished signature had been waiting: median and most. */
  lag: number;
  lagMost: number;
};

export function readAnswers(
  attempts: readonly Attempt[],
  samples: readonly Sample[],
  asked: number,
): Answers {
  const of = (wanted: Attempt["outcome"]) => attempts.filter(({ outcome }) => outcome === wanted);
  const accepted = of("ok");
  const times = sorted(accepted.map(({ planned, answered }) => answered - planned));
  const first = sorted(attempts.map(({ planned }) => planned))[0] ?? 0;
  const last = sorted(attempts.map(({ answered }) => answered)).at(-1) ?? first;
  const lags = sorted(waiting(accepted, samples));
  return {
    asked,
    held: accepted.length / Math.max((last - first) / 1000, attempts.length / asked),
    ok: accepted.length,
    refused: of("refused").length,
    unknown: of("unknown").length,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    slowest: times.at(-1) ?? 0,
    lag: at(lags, 0.5),
    lagMost: lags.at(-1) ?? 0,
  };
}

/** When n are published, the next one has been waiting since it was acknowledged. */
function waiting(accepted: readonly Attempt[], samples: readonly Sample[]): number[] {
  const acknowledged = sorted(accepted.map(({ answered }) => answered));
  return samples.flatMap(({ at: moment, published }) => {
    const oldest = acknowledged[published];
    return oldest === undefined || oldest > moment ? [] : [moment - oldest];
  });
}

function at(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

function sorted(values: number[]): number[] {
  return values.sort((one, two) => one - two);
}
