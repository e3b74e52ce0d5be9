import type { Built, Election, ElectionProblem, VoteType } from "~/domain/tally/election";
import type { ElectionBuilder } from "~/domain/tally/election-builder";
import type { PabulibColumns } from "~/domain/tally/pabulib-columns";
import { type PabulibProblem, type PabulibWarning, pabulibProblem } from "~/domain/tally/pabulib-problem";
import type { MetaSection } from "~/domain/tally/pabulib-sections";
import { VoterIds } from "~/domain/tally/voter-ids";

type WarningKind = PabulibWarning["kind"];

/** The VOTES rows: passes each ballot on to the builder and keeps nothing of it. */
export class VotesSection {
  private readonly voters = new VoterIds();
  private readonly noticed = new Map<WarningKind, { line: number; times: number }>();
  private readonly votePlace: number;
  private readonly pointsPlace: number;
  private readonly voterPlace: number;
  private rows = 0;

  constructor(
    private readonly columns: PabulibColumns,
    voteType: VoteType,
    private readonly builder: ElectionBuilder,
    private readonly projects: number,
  ) {
    this.votePlace = columns.names.indexOf("vote");
    this.pointsPlace = voteType === "cumulative" ? columns.names.indexOf("points") : -1;
    this.voterPlace = columns.names.indexOf("voter_id");
  }

  row(fields: readonly string[], line: number): PabulibProblem | null {
    const vote = fields[this.votePlace];
    if (vote === undefined) return pabulibProblem("field-missing", line, "vote");
    if (fields.length < this.columns.names.length) this.notice("fewer-fields-than-columns", line);
    if (fields.length > this.columns.names.length) this.notice("more-fields-than-columns", line);
    if (this.voters.seen(fields[this.voterPlace] ?? "")) this.notice("voter-twice", line);
    this.rows += 1;
    const choices = splitList(vote);
    if (this.pointsPlace < 0) return this.add({ choices }, line);
    const texts = splitList(fields[this.pointsPlace] ?? "");
    if (texts.length !== choices.length)
      return pabulibProblem("points-do-not-match-votes", line, "points", fields[this.pointsPlace] ?? "");
    return this.add(
      { choices, points: texts.map((text) => (text.trim() === "" ? Number.NaN : Number(text))) },
      line,
    );
  }

  finish(): Built<Election, ElectionProblem> {
    return this.builder.finish();
  }

  warnings(meta: MetaSection): PabulibWarning[] {
    if (meta.values.has("num_votes") && Number(meta.values.get("num_votes")) !== this.rows)
      this.notice("count-differs-from-meta", meta.lineOf("num_votes"));
    if (meta.values.has("num_projects") && Number(meta.values.get("num_projects")) !== this.projects)
      this.notice("count-differs-from-meta", meta.lineOf("num_projects"));
    return [...this.noticed].map(([kind, where]) => ({ kind, ...where }));
  }

  private add(ballot: { choices: string[]; points?: number[] }, line: number): PabulibProblem | null {
    const problem = this.builder.add(ballot);
    if (this.builder.repeatedLast) this.notice("project-twice-on-ballot", line);
    if (!problem) return null;
    return pabulibProblem(
      problem.code,
      line,
      problem.code.startsWith("points") ? "points" : "vote",
      problem.subject,
    );
  }

  private notice(kind: WarningKind, line: number): void {
    const known = this.noticed.get(kind);
    if (known) known.times += 1;
    else this.noticed.set(kind, { line, times: 1 });
  }
}

function splitList(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split(",");
}
