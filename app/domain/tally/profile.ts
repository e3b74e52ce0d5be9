import type { BallotGroups } from "~/domain/tally/ballot-groups";
import type { Election, ScoreThreshold } from "~/domain/tally/election";

/**
 * What a mark on a ballot is worth: 1 (`votes`), the points given, or the Borda score of its
 * place: `borda` gives `L, L-1, .., 1` on a ballot with `L` projects, `borda0` one less each.
 */
export const UTILITY_KINDS = ["votes", "points", "borda", "borda0"] as const;
export type UtilityKind = (typeof UTILITY_KINDS)[number];

/**
 * Who supports what, and how much. The supporters of project `p` (groups with utility above 0)
 * are cut into blocks of equal utility: block `b` of `blockOf[p] .. blockOf[p + 1]` holds the
 * groups `supporters[blockStart[b] .. blockStart[b + 1])`, each valuing the project at
 * `utility[b]`, a whole number of `10^-decimals`. `weights` is parallel to `supporters`.
 */
export interface Profile {
  readonly kind: UtilityKind;
  readonly decimals: number;
  readonly supporters: Int32Array;
  readonly weights: Uint32Array;
  readonly blockOf: Uint32Array;
  readonly blockStart: Uint32Array;
  readonly utility: Float64Array;
  /** Per project: supporting voters, and the sum of their utilities. Exact whole numbers. */
  readonly support: Float64Array;
  readonly score: Float64Array;
}

const profiles = new WeakMap<BallotGroups, Map<UtilityKind, Profile>>();

/** The profile of an election, built once in O(marks) and remembered with its ballots. */
export function profileOf(election: Election, kind: UtilityKind): Profile {
  let known = profiles.get(election.ballots);
  if (!known) {
    known = new Map();
    profiles.set(election.ballots, known);
  }
  let profile = known.get(kind);
  if (!profile) {
    profile = buildProfile(election, kind);
    known.set(kind, profile);
  }
  return profile;
}

/** The groups that support project `p`, in no particular order. */
export function supportersOf(profile: Profile, p: number): Int32Array {
  const from = profile.blockStart[profile.blockOf[p] as number];
  const to = profile.blockStart[profile.blockOf[p + 1] as number];
  return profile.supporters.subarray(from, to);
}

/** Whether a score reaches a threshold, exactly. */
export function reaches(profile: Profile, p: number, threshold: ScoreThreshold | null): boolean {
  if (!threshold) return true;
  const score = BigInt(profile.score[p] as number) * 10n ** BigInt(threshold.decimals);
  return score >= threshold.units * 10n ** BigInt(profile.decimals);
}

/** Marks with positive utility, ordered by project, then utility, then group. */
function buildProfile(election: Election, kind: UtilityKind): Profile {
  const { ballots } = election;
  const values = markUtilities(ballots, kind);
  const order = values ? byUtility(values) : null;
  const total = values ? (order as Int32Array).length : ballots.projects.length;
  const size = election.projects.length;
  const groupOf = groupOfMark(ballots);
  const start = projectStarts(ballots, order, size);
  const fill = start.slice();
  const supporters = new Int32Array(total);
  const weights = new Uint32Array(total);
  const worth = values ? new Float64Array(total) : null;
  const support = new Float64Array(size);
  const score = new Float64Array(size);
  for (let i = 0; i < total; i++) {
    const mark = order ? (order[i] as number) : i;
    const p = ballots.projects[mark] as number;
    const group = groupOf[mark] as number;
    const value = values ? (values[mark] as number) : 1;
    const place = fill[p] as number;
    fill[p] = place + 1;
    supporters[place] = group;
    if (worth) worth[place] = value;
    const weight = ballots.weight[group] as number;
    weights[place] = weight;
    support[p] = (support[p] as number) + weight;
    score[p] = (score[p] as number) + weight * value;
  }
  const decimals = kind === "points" ? ballots.pointDecimals : 0;
  return { kind, decimals, supporters, weights, ...cutBlocks(start, worth), support, score };
}

function markUtilities(ballots: BallotGroups, kind: UtilityKind): Float64Array | null {
  if (kind === "votes") return ballots.points ? ballots.points.map((value) => (value > 0 ? 1 : 0)) : null;
  if (kind === "points") return ballots.points ?? new Float64Array(ballots.projects.length).fill(1);
  const values = new Float64Array(ballots.projects.length);
  const last = kind === "borda" ? 1 : 0;
  for (let group = 0; group < ballots.count; group++) {
    const from = ballots.start[group] as number;
    const to = ballots.start[group + 1] as number;
    for (let mark = from; mark < to; mark++) values[mark] = to - mark - 1 + last;
  }
  return values;
}

/** Marks of positive utility by rising utility; stable counting sort over the distinct values. */
function byUtility(values: Float64Array): Int32Array {
  const distinct = [...new Set(values)].filter((value) => value > 0).sort((a, b) => a - b);
  const rank = new Map(distinct.map((value, place) => [value, place]));
  const fill = new Uint32Array(distinct.length + 1);
  const ranks = new Int32Array(values.length);
  for (let mark = 0; mark < values.length; mark++) {
    const place = rank.get(values[mark] as number) ?? -1;
    ranks[mark] = place;
    if (place >= 0) fill[place + 1] = (fill[place + 1] as number) + 1;
  }
  for (let i = 1; i < fill.length; i++) fill[i] = (fill[i] as number) + (fill[i - 1] as number);
  const order = new Int32Array(fill[distinct.length] as number);
  for (let mark = 0; mark < values.length; mark++) {
    const place = ranks[mark] as number;
    if (place < 0) continue;
    const slot = fill[place] as number;
    order[slot] = mark;
    fill[place] = slot + 1;
  }
  return order;
}

function groupOfMark(ballots: BallotGroups): Int32Array {
  const groups = new Int32Array(ballots.projects.length);
  for (let group = 0; group < ballots.count; group++)
    groups.fill(group, ballots.start[group], ballots.start[group + 1]);
  return groups;
}

function projectStarts(ballots: BallotGroups, order: Int32Array | null, size: number): Uint32Array {
  const start = new Uint32Array(size + 1);
  const total = order ? order.length : ballots.projects.length;
  for (let i = 0; i < total; i++) {
    const p = ballots.projects[order ? (order[i] as number) : i] as number;
    start[p + 1] = (start[p + 1] as number) + 1;
  }
  for (let p = 0; p < size; p++) start[p + 1] = (start[p + 1] as number) + (start[p] as number);
  return start;
}

function cutBlocks(
  start: Uint32Array,
  worth: Float64Array | null,
): Pick<Profile, "blockOf" | "blockStart" | "utility"> {
  const blockOf: number[] = [0];
  const blockStart: number[] = [];
  const utility: number[] = [];
  for (let p = 0; p + 1 < start.length; p++) {
    const from = start[p] as number;
    const to = start[p + 1] as number;
    for (let place = from; place < to; place++) {
      const value = worth ? (worth[place] as number) : 1;
      if (place > from && value === utility[utility.length - 1]) continue;
      blockStart.push(place);
      utility.push(value);
      if (!worth) break;
    }
    blockOf.push(utility.length);
  }
  blockStart.push(start[start.length - 1] ?? 0);
  return {
    blockOf: Uint32Array.from(blockOf),
    blockStart: Uint32Array.from(blockStart),
    utility: Float64Array.from(utility),
  };
}
