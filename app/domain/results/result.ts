import type { AddOneStop, CountResult, Numbers, Reason } from "~/domain/tally/count-result";
import type { DrawRecord } from "~/domain/tally/draw";
import type { RuleId } from "~/domain/tally/rules";

/** Everything of a count but its projects, which have rows of their own. */
export type CountHead = Omit<CountResult, "projects" | "endowment" | "steps" | "stop"> & {
  endowment?: string | undefined;
  steps?: number | undefined;
  stop?: AddOneStop | undefined;
};

/** The same ballots under another rule. */
export type OtherRule = {
  rule: RuleId;
  funded: number;
  /** Exact decimal in major units. */
  cost: string;
  votersWithWinner: number;
};

/** Whether everybody gets the ballots of an envelope or only the auditors (B-10). */
export const BALLOT_ACCESS = ["public", "small-group", "rare-ballots"] as const;
export type BallotAccess = (typeof BALLOT_ACCESS)[number];

/** What a counting run publishes beside its table. The same ballots and rule give the same record. */
export type TallyRecord = {
  count: CountHead;
  /** Voters with 0, 1, 2, … funded projects on their ballot. */
  fundedChoices: number[];
  others: OtherRule[];
  /** For an imported election: the result its city published, and whether this count agrees. */
  official: { funded: number; agrees: boolean } | null;
  access: BallotAccess;
  /** The server opened the ballot box by itself. */
  trial: boolean;
  /** Boxes of the whole round that did not open; they are reported and count for nothing. */
  unopened: number;
  /** The draw over the projects of this list, where the rules ask for one. */
  draw: DrawRecord | null;
};

/** Why a project won or lost, as a code with its figures; words come from the catalogues. */
export type ProjectReason = {
  code: Reason;
  values: Numbers;
  /** Round it was funded in, or the last one it could still have won. */
  round: number | null;
  /** Votes, points or Borda points by which the rule ranks it; exact decimal. */
  score: string;
};

/** Small enough that a single voter might be recognised (A-8, B-10). */
const SMALL_GROUP = 10;
const FEWEST_PUBLIC_BALLOTS = 50;
const FEW_CHOICES = 5;
const MOST_UNIQUE = 0.05;

/** Whether ballots can be given to everybody without pointing at a voter (B-10). */
export function ballotAccess(box: { ballots: number; longest: number; unique: number }): BallotAccess {
  if (box.ballots < FEWEST_PUBLIC_BALLOTS) return "small-group";
  if (box.longest > FEW_CHOICES && box.unique > box.ballots * MOST_UNIQUE) return "rare-ballots";
  return "public";
}

export type TurnoutDays = { from: string; to: string; voters: number };

/**
 * Days with few voters are joined with their neighbours until every published figure is at least ten, so
 * that none can be had by subtraction. Fewer than ten voters in all: nothing.
 */
export function publishableTurnout(days: readonly { day: string; voters: number }[]): TurnoutDays[] {
  const groups: TurnoutDays[] = [];
  for (const { day, voters } of [...days].sort((a, b) => a.day.localeCompare(b.day))) {
    const last = groups.at(-1);
    if (last && last.voters < SMALL_GROUP)
      groups[groups.length - 1] = joined(last, { from: day, to: day, voters });
    else groups.push({ from: day, to: day, voters });
  }
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (!last || last.voters >= SMALL_GROUP) return groups;
  return before ? [...groups.slice(0, -2), joined(before, last)] : [];
}

function joined(one: TurnoutDays, next: TurnoutDays): TurnoutDays {
  return { from: one.from, to: next.to, voters: one.voters + next.voters };
}

/** Voters with at least `from` and at most `to` funded choices; an open end is null. */
export type ChoiceGroup = { from: number; to: number | null; voters: number };

const MOST_CHOICE_GROUPS = 8;

/**
 * Voters by funded choices as they may be published: the long tail is one group, and groups under ten voters
 * are joined with the next one, so that no figure points at a person.
 */
export function choiceGroups(fundedChoices: readonly number[]): ChoiceGroup[] {
  const groups: ChoiceGroup[] = [];
  for (const [choices, voters] of fundedChoices.entries()) {
    const last = groups.at(-1);
    const joins = last && (last.voters < SMALL_GROUP || groups.length === MOST_CHOICE_GROUPS);
    if (joins) groups[groups.length - 1] = { from: last.from, to: choices, voters: last.voters + voters };
    else groups.push({ from: choices, to: choices, voters });
  }
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (last && before && last.voters < SMALL_GROUP) {
    groups.splice(-2, 2, { from: before.from, to: last.to, voters: before.voters + last.voters });
  }
  const end = groups.at(-1);
  if (end && end.from !== end.to) end.to = null;
  return end && end.voters < SMALL_GROUP ? [] : groups;
}
