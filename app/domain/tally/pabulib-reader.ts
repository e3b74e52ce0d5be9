import { type Built, built, type Election, failed } from "~/domain/tally/election";
import { openElection } from "~/domain/tally/election-builder";
import { PabulibColumns, type PabulibTitle, TITLES, titleOf } from "~/domain/tally/pabulib-columns";
import { type PabulibProblem, type PabulibWarning, pabulibProblem } from "~/domain/tally/pabulib-problem";
import {
  type PabulibRecord,
  type RecordLimits,
  RecordSplitter,
  splitFields,
  strayReturn,
} from "~/domain/tally/pabulib-records";
import { agendaOf, agendaProblem, MetaSection, ProjectsSection } from "~/domain/tally/pabulib-sections";
import { Utf8Pieces } from "~/domain/tally/pabulib-text";
import { VotesSection } from "~/domain/tally/pabulib-votes";

export interface PabulibElection {
  readonly election: Election;
  readonly meta: ReadonlyMap<string, string>;
  /** Ids with `selected` 1, in file order; `null` where the file has no such column. */
  readonly officialWinners: readonly string[] | null;
  readonly warnings: readonly PabulibWarning[];
}

/** Reads a whole `.pb` text, see `PabulibReader`. */
export function readPabulib(text: string, limits?: RecordLimits): Built<PabulibElection, PabulibProblem> {
  const reader = new PabulibReader(limits);
  reader.push(text);
  return reader.finish();
}

/**
 * Reads a `.pb` file (pabulib.org/format) that arrives in pieces, as text or UTF-8 bytes. Keeps
 * the projects, the distinct ballots and one record, so memory does not grow with repeated
 * ballots. O(length). No input makes it throw; after a problem further pieces are ignored and
 * `finish` tells it.
 */
export class PabulibReader {
  private readonly splitter: RecordSplitter;
  private readonly decoder = new Utf8Pieces();
  private readonly meta = new MetaSection();
  private projects: ProjectsSection | null = null;
  private votes: VotesSection | null = null;
  private title: PabulibTitle | null = null;
  private awaitsHeader = false;
  private begun = false;
  private problem: PabulibProblem | null = null;

  constructor(limits?: RecordLimits) {
    this.splitter = new RecordSplitter((record) => this.take(record), limits);
  }

  /** Whether reading has failed already, so that the caller may stop sending. */
  get failed(): boolean {
    return this.problem !== null;
  }

  push(text: string): void {
    if (this.problem || text === "") return;
    const cause = this.splitter.push(!this.begun && text.startsWith("\uFEFF") ? text.slice(1) : text);
    this.begun = true;
    if (cause) this.fail(pabulibProblem(cause, this.splitter.nextLine));
  }

  pushBytes(bytes: Uint8Array): void {
    if (!this.problem) this.decode(bytes, true);
  }

  finish(): Built<PabulibElection, PabulibProblem> {
    if (!this.problem) this.decode(new Uint8Array(), false);
    const cause = this.problem ? null : this.splitter.finish();
    if (cause) this.fail(pabulibProblem(cause, this.splitter.nextLine));
    if (!this.problem && (!this.votes || this.awaitsHeader)) this.fail(this.unfinished());
    if (this.problem || !this.votes || !this.projects) return failed(this.problem ?? this.unfinished());
    const election = this.votes.finish();
    if (!election.ok)
      return failed(
        pabulibProblem(election.problem.code, this.splitter.nextLine, "", election.problem.subject),
      );
    const { winners, columns } = this.projects;
    return built({
      election: election.value,
      meta: this.meta.values,
      officialWinners: columns.has("selected") ? winners : null,
      warnings: this.votes.warnings(this.meta),
    });
  }

  private decode(bytes: Uint8Array, more: boolean): void {
    const { text, ok } = this.decoder.next(bytes, !more);
    this.push(text);
    if (!ok) this.fail(pabulibProblem("not-utf-8", this.splitter.nextLine));
  }

  private fail(problem: PabulibProblem): void {
    this.problem ??= problem;
  }

  private unfinished(): PabulibProblem {
    const missing = TITLES[this.title ? TITLES.indexOf(this.title) + 1 : 0];
    return pabulibProblem(
      this.awaitsHeader ? "section-without-header" : "section-missing",
      this.splitter.nextLine,
      missing ?? "VOTES",
    );
  }

  private take(record: PabulibRecord): void {
    if (this.problem || record.text.trim() === "") return;
    // What follows a lone return would vanish into the field before it: only line feeds end rows.
    const problem = strayReturn(record.text)
      ? pabulibProblem("lone-carriage-return", record.line)
      : this.filled(splitFields(record.text), record.line);
    if (problem) this.fail(problem);
  }

  private filled(fields: readonly string[], line: number): PabulibProblem | null {
    const title = titleOf(fields);
    if (title) return this.open(title, line);
    return this.awaitsHeader ? this.header(fields, line) : this.row(fields, line);
  }

  private open(title: PabulibTitle, line: number): PabulibProblem | null {
    const place = TITLES.indexOf(title);
    const expected = this.title ? TITLES.indexOf(this.title) + 1 : 0;
    if (this.awaitsHeader) return pabulibProblem("section-without-header", line, this.title ?? "");
    if (place < expected) return pabulibProblem("section-twice", line, title);
    if (place > expected) return pabulibProblem("section-out-of-order", line, title);
    this.title = title;
    this.awaitsHeader = true;
    return null;
  }

  private header(fields: readonly string[], line: number): PabulibProblem | null {
    this.awaitsHeader = false;
    if (this.title === "META") return null;
    const needed = this.title === "PROJECTS" ? ["project_id", "cost"] : ["voter_id", "vote"];
    const columns = PabulibColumns.read(fields, line, needed);
    if (!columns.ok) return columns.problem;
    if (this.title === "PROJECTS") {
      this.projects = new ProjectsSection(columns.value);
      return null;
    }
    return this.openVotes(columns.value, this.projects as ProjectsSection, line);
  }

  private openVotes(columns: PabulibColumns, projects: ProjectsSection, line: number): PabulibProblem | null {
    const agenda = agendaOf(this.meta, projects);
    if (!agenda.ok) return agenda.problem;
    const { voteType } = agenda.value;
    if (voteType === "cumulative" && !columns.has("points"))
      return pabulibProblem("column-missing", line, "points");
    const opened = openElection(agenda.value);
    if (!opened.ok) return agendaProblem(opened.problem, this.meta, projects);
    this.votes = new VotesSection(columns, voteType, opened.value, projects.inputs.length);
    return null;
  }

  private row(fields: readonly string[], line: number): PabulibProblem | null {
    if (this.title === "META") return this.meta.row(fields, line);
    if (this.title === "PROJECTS") return this.projects?.row(fields, line) ?? null;
    if (this.title === "VOTES") return this.votes?.row(fields, line) ?? null;
    return pabulibProblem("text-before-first-section", line, "", fields.join(";"));
  }
}
