import { type Built, built, failed } from "~/domain/tally/election";
import { PabulibColumns, type PabulibTitle, TITLES, titleOf } from "~/domain/tally/pabulib-columns";
import { type PabulibProblem, pabulibProblem } from "~/domain/tally/pabulib-problem";
import {
  type PabulibRecord,
  type RecordLimits,
  RecordSplitter,
  splitFields,
  splitRawFields,
} from "~/domain/tally/pabulib-records";
import { quoteField } from "~/domain/tally/pabulib-writer";

interface Line {
  text: string;
  readonly end: string;
}

interface Part {
  /** Index of the header line, and of the line after the last row. */
  readonly header: number;
  end: number;
}

/**
 * A `.pb` file that can be changed in places and written back: whatever was not changed keeps
 * its bytes, with unknown columns and keys, line ends, quoting and a missing last line end.
 * Holds the whole text; for counting alone use `PabulibReader`, which does not.
 */
export class PabulibDocument {
  private constructor(
    private readonly mark: string,
    private readonly lines: Line[],
    private readonly parts: Record<PabulibTitle, Part>,
  ) {}

  static read(text: string, limits?: RecordLimits): Built<PabulibDocument, PabulibProblem> {
    const records: PabulibRecord[] = [];
    const splitter = new RecordSplitter((record) => records.push(record), limits);
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    const cause = splitter.push(text.slice(mark.length)) ?? splitter.finish();
    if (cause) return failed(pabulibProblem(cause, splitter.nextLine));
    const parts: Partial<Record<PabulibTitle, Part>> = {};
    let open: Part | null = null;
    for (const [index, record] of records.entries()) {
      const title = titleOf(splitFields(record.text));
      if (!title) continue;
      if (parts[title]) return failed(pabulibProblem("section-twice", record.line, title));
      if (open) open.end = index;
      open = { header: nextFilled(records, index + 1), end: records.length };
      parts[title] = open;
    }
    const missing = TITLES.find((title) => !parts[title]);
    if (missing) return failed(pabulibProblem("section-missing", splitter.nextLine, missing));
    const lines = records.map(({ text: line, end }) => ({ text: line, end }));
    return built(new PabulibDocument(mark, lines, parts as Record<PabulibTitle, Part>));
  }

  /** The text, byte for byte the one that was read where nothing was changed. */
  write(): string {
    return this.mark + this.lines.map(({ text, end }) => text + end).join("");
  }

  meta(key: string): string | undefined {
    const line = this.lines[this.metaLine(key)];
    return line && splitFields(line.text).slice(1).join(";").trim();
  }

  /** Changes a META value, or adds the key at the end of the section. */
  setMeta(key: string, value: string): void {
    const text = `${quoteField(key)};${quoteField(value)}`;
    const at = this.metaLine(key);
    const line = this.lines[at];
    if (line) line.text = text;
    else this.insert("META", text);
  }

  columns(title: "PROJECTS" | "VOTES"): readonly string[] {
    return splitFields(this.lines[this.parts[title].header]?.text ?? "").map((name) => name.trim());
  }

  /** One column by the id of its row, in file order; rows without the field are left out. */
  column(title: "PROJECTS" | "VOTES", name: string): Map<string, string> {
    const columns = this.columns(title);
    const [idPlace, place] = [
      columns.indexOf(title === "PROJECTS" ? "project_id" : "voter_id"),
      columns.indexOf(name),
    ];
    const values = new Map<string, string>();
    for (const at of this.rowsOf(title)) {
      const fields = splitFields(this.lines[at]?.text ?? "");
      const value = fields[place];
      if (value !== undefined) values.set((fields[idPlace] ?? "").trim(), value);
    }
    return values;
  }

  /** Fills a column of the projects, added at the end where it is new. Other fields keep their bytes. */
  setProjectColumn(name: string, fieldFor: (id: string) => string): Built<null, PabulibProblem> {
    const header = this.lines[this.parts.PROJECTS.header] as Line;
    const columns = PabulibColumns.read(splitFields(header.text), this.parts.PROJECTS.header + 1, [
      "project_id",
    ]);
    if (!columns.ok) return columns;
    const place = this.columns("PROJECTS").indexOf(name);
    const width = this.columns("PROJECTS").length;
    if (place < 0) header.text += `;${quoteField(name)}`;
    for (const at of this.rowsOf("PROJECTS")) {
      const line = this.lines[at] as Line;
      const raw = splitRawFields(line.text);
      const id = columns.value.get(splitFields(line.text), "project_id")?.trim() ?? "";
      while (raw.length < width) raw.push("");
      raw[place < 0 ? width : place] = quoteField(fieldFor(id));
      line.text = raw.join(";");
    }
    return built(null);
  }

  private metaLine(key: string): number {
    return this.rowsOf("META").find((at) => splitFields(this.lines[at]?.text ?? "")[0]?.trim() === key) ?? -1;
  }

  private rowsOf(title: PabulibTitle): number[] {
    const { header, end } = this.parts[title];
    const rows: number[] = [];
    for (let at = header + 1; at < end; at++) if (this.lines[at]?.text.trim() !== "") rows.push(at);
    return rows;
  }

  private insert(title: PabulibTitle, text: string): void {
    const after = this.rowsOf(title).at(-1) ?? this.parts[title].header;
    this.lines.splice(after + 1, 0, { text, end: this.lines[after]?.end || "\n" });
    for (const part of Object.values(this.parts) as { header: number; end: number }[]) {
      if (part.header > after) part.header += 1;
      if (part.end > after) part.end += 1;
    }
  }
}

function nextFilled(records: readonly PabulibRecord[], from: number): number {
  let at = from;
  while (at < records.length && records[at]?.text.trim() === "") at += 1;
  return at;
}
