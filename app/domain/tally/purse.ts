import type { Election, Project } from "~/domain/tally/election";

/**
 * What stands in the way of a project apart from votes. `waiting` may still change (a project it
 * needs is not funded yet), the others are final for this count.
 */
export type Standing =
  | { readonly state: "open" }
  | { readonly state: "waiting"; readonly for: readonly number[] }
  | { readonly state: "excluded"; readonly by: number }
  | { readonly state: "dear"; readonly room: bigint };

const OPEN: Standing = { state: "open" };

/**
 * The money and the conditions of one count: what is left of the budget and of each envelope,
 * what is funded, which exclusive groups are taken. Amounts are in the election's money units.
 */
export class Purse {
  readonly selected: number[] = [];
  private readonly funded: Uint8Array;
  private readonly groupWinner: Int32Array;
  private readonly envelopeLeft: bigint[];
  private spent = 0n;

  /** With `bound` false the budget may be overdrawn (Add1 looks at that itself); envelopes never. */
  constructor(
    private readonly election: Election,
    private readonly bound = true,
  ) {
    this.funded = new Uint8Array(election.projects.length);
    this.groupWinner = new Int32Array(election.exclusiveGroups.length).fill(-1);
    this.envelopeLeft = election.envelopes.map(({ amount }) => amount);
  }

  get cost(): bigint {
    return this.spent;
  }

  get left(): bigint {
    return this.election.budget - this.spent;
  }

  has(p: number): boolean {
    return this.funded[p] === 1;
  }

  /** The standing of an unfunded project right now. */
  standing(project: Project): Standing {
    for (const group of project.exclusiveGroups) {
      const by = this.groupWinner[group] as number;
      if (by >= 0) return { state: "excluded", by };
    }
    const room = this.room(project);
    if (room !== null && room < project.cost) return { state: "dear", room };
    const missing = project.requires.filter((p) => !this.has(p));
    return missing.length === 0 ? OPEN : { state: "waiting", for: missing };
  }

  /** Pays the whole cost from the first envelope with room, or from the budget. */
  fund(project: Project): void {
    this.funded[project.index] = 1;
    this.selected.push(project.index);
    this.spent += project.cost;
    for (const group of project.exclusiveGroups) this.groupWinner[group] = project.index;
    const envelope = project.envelopes.find((e) => (this.envelopeLeft[e] as bigint) >= project.cost);
    if (envelope !== undefined)
      this.envelopeLeft[envelope] = (this.envelopeLeft[envelope] as bigint) - project.cost;
  }

  /** The most a project may cost now; `null` when nothing limits it. */
  private room(project: Project): bigint | null {
    let room = this.bound ? this.left : null;
    if (project.envelopes.length > 0) {
      const most = project.envelopes.reduce(
        (best, e) => (best > (this.envelopeLeft[e] as bigint) ? best : (this.envelopeLeft[e] as bigint)),
        0n,
      );
      room = room === null || most < room ? most : room;
    }
    return room;
  }
}
