import type { AddOneStop, Numbers, Reason, Round, Tie } from "~/domain/tally/count-result";
import { formatDecimal } from "~/domain/tally/decimal";
import type { Election, Project } from "~/domain/tally/election";
import type { Profile } from "~/domain/tally/profile";
import type { Purse } from "~/domain/tally/purse";
import type { Rule } from "~/domain/tally/rules";

/** Everything a rule needs to count. */
export interface Counting<R extends Rule = Rule> {
  readonly election: Election;
  readonly rule: R;
  readonly profile: Profile;
  readonly ranks: Int32Array;
  /** Whether each project has the minimum of votes. */
  readonly admitted: readonly boolean[];
}

export interface Verdict {
  readonly reason: Reason;
  readonly round: number | null;
  readonly numbers: Numbers;
}

/** What a rule hands back, still by index. */
export interface Counted {
  readonly purse: Purse;
  readonly rounds: readonly Round[];
  /** `decisive` is filled in from the outcome. */
  readonly ties: readonly Omit<Tie, "decisive">[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly endowment?: string;
  readonly steps?: number;
  readonly stop?: AddOneStop;
}

/** The ties among steps, numbered on from `before`. */
export function tiesAmong(
  election: Election,
  steps: readonly { readonly project: number; readonly tied: readonly number[] }[],
  before = 0,
): Omit<Tie, "decisive">[] {
  return steps.flatMap(({ project, tied }, index) => {
    if (tied.length === 0) return [];
    return [
      {
        round: before + index + 1,
        tied: tied.map((p) => idOf(election, p)),
        chosen: idOf(election, project),
      },
    ];
  });
}

export function money(election: Election, units: bigint): string {
  return formatDecimal(units, election.decimals);
}

/** Money units as a double in currency, for figures that need not be exact. */
export function roughly(election: Election, units: number): number {
  return units / 10 ** election.decimals;
}

export function scoreText(profile: Profile, p: number): string {
  return formatDecimal(BigInt(profile.score[p] as number), profile.decimals);
}

export function projectAt(election: Election, p: number): Project {
  return election.projects[p] as Project;
}

export function idOf(election: Election, p: number): string {
  return projectAt(election, p).id;
}

/** Why an unfunded project could not be funded whatever the votes; `null` when it could. */
export function standingVerdict(election: Election, purse: Purse, p: number): Verdict | null {
  const project = projectAt(election, p);
  const standing = purse.standing(project);
  if (standing.state === "excluded")
    return { reason: "excluded-by-winner", round: null, numbers: { by: idOf(election, standing.by) } };
  if (standing.state === "waiting") {
    return {
      reason: "needed-project-not-funded",
      round: null,
      numbers: { needs: standing.for.map((other) => idOf(election, other)).join(",") },
    };
  }
  if (project.cost > election.budget) {
    return {
      reason: "dearer-than-budget",
      round: null,
      numbers: { cost: money(election, project.cost), budget: money(election, election.budget) },
    };
  }
  return null;
}

export function doesNotFit(election: Election, project: Project, room: bigint): Verdict {
  const numbers = {
    cost: money(election, project.cost),
    left: money(election, room),
    missing: money(election, project.cost - room),
  };
  return { reason: "does-not-fit", round: null, numbers };
}
