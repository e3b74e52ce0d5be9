import type { InitiativeState } from "./initiative";

export type StatusDates = {
  /** End of screening of the round. */
  screeningEnds: Date | null;
  votingOpens: Date | null;
  votingCloses: Date | null;
  /** Until when the author has time after a return. */
  reworkDue: Date | null;
};

/** The sentence to show, by the key of its text, and the date it names. */
export type Status = {
  code:
    | "screening"
    | "screening_undated"
    | "rework"
    | "rework_undated"
    | "admitted"
    | "admitted_undated"
    | "voting_soon"
    | "voting_now"
    | "counting"
    | "on_ballot_undated"
    | "refused"
    | "withdrawn"
    | "funded"
    | "not_funded";
  date: Date | null;
  /** The date has passed without the step: overdue is computed, never a state. */
  overdue: boolean;
};

/** One sentence about where an initiative stands, who has it and by when. */
export function statusOf(state: InitiativeState, dates: StatusDates, now: Date): Status {
  switch (state) {
    case "submitted":
      return dated("screening", dates.screeningEnds, now);
    case "returned":
      return dated("rework", dates.reworkDue, now);
    case "admitted":
      return dates.votingOpens && now < dates.votingOpens
        ? { code: "admitted", date: dates.votingOpens, overdue: false }
        : { code: "admitted_undated", date: null, overdue: false };
    case "on_ballot":
      return onBallot(dates, now);
    default:
      return { code: state, date: null, overdue: false };
  }
}

function dated(code: "screening" | "rework", date: Date | null, now: Date): Status {
  if (!date) return { code: `${code}_undated`, date: null, overdue: false };
  return { code, date, overdue: now >= date };
}

function onBallot({ votingOpens, votingCloses }: StatusDates, now: Date): Status {
  if (!votingOpens || !votingCloses) return { code: "on_ballot_undated", date: null, overdue: false };
  if (now < votingOpens) return { code: "voting_soon", date: votingOpens, overdue: false };
  if (now < votingCloses) return { code: "voting_now", date: votingCloses, overdue: false };
  return { code: "counting", date: votingCloses, overdue: false };
}
