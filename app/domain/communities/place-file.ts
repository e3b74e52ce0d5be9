import { parse } from "csv-parse/sync";
import { foldedText, foldName } from "./fold-name";
import { isPlainName } from "./plain-name";

export const MAX_PLACE_BYTES = 2_000_000;
const MAX_PLACES = 20_000;

export const PLACE_KINDS = ["street", "village"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One name of a street or village. `currentName` is there when this is a former or another name of it. */
export type PlaceRow = {
  district: string;
  kind: PlaceKind;
  name: string;
  foldedName: string;
  /** A year, month or day until which a former name was valid. */
  validUntil: string | null;
  currentName: string | null;
};

export const PLACE_REASONS = [
  "too_large",
  "not_csv",
  "no_columns",
  "no_rows",
  "too_many_rows",
  "unknown_district",
  "bad_kind",
  "bad_name",
  "bad_date",
  "duplicate",
  "unknown_current",
] as const;
export type PlaceReason = (typeof PLACE_REASONS)[number];

export type PlaceProblem = { line: number; reason: PlaceReason; details: Record<string, string | number> };
export type CheckedPlaces = { rows: PlaceRow[]; problems: PlaceProblem[] };

const COLUMNS = ["district", "kind", "name"];

/**
 * Reads a table of street and village names: comma, semicolon or tab; columns `district` (its code), `kind`
 * (street or village), `name`, and if wanted `valid_until` and `current_name`. Every bad line is named.
 * @param codes the codes of the community's districts
 */
export function readPlaces(text: string, codes: ReadonlySet<string>): CheckedPlaces {
  const failed = (reason: PlaceReason, line = 1, details = {}) => ({
    rows: [],
    problems: [{ line, reason, details }],
  });
  if (text.length > MAX_PLACE_BYTES) return failed("too_large");
  let records: Parsed[];
  try {
    records = parse(text, {
      bom: true,
      columns: lowerCased,
      delimiter: delimiterOf(text),
      info: true,
      ...LENIENT,
    }) as Parsed[];
  } catch (error) {
    return failed("not_csv", (error as { lines?: number }).lines ?? 1);
  }
  const [first] = records;
  if (!first) return failed("no_rows");
  const missing = COLUMNS.filter((column) => !(column in first.record));
  if (missing.length > 0) return failed("no_columns", 1, { columns: missing.join(", ") });
  if (records.length > MAX_PLACES)
    return failed("too_many_rows", 1, { rows: records.length, most: MAX_PLACES });
  return checkTogether(records.map((record) => checkRow(record, codes)));
}

type Parsed = { record: Record<string, string>; info: { lines: number } };
const LENIENT = { trim: true, skip_empty_lines: true, relax_column_count: true, max_record_size: 2_000 };

function lowerCased(header: string[]): string[] {
  return header.map((name) => name.trim().toLowerCase());
}

function delimiterOf(text: string): string {
  const [header = ""] = text.split("\n", 1);
  return [";", "\t"].find((mark) => header.includes(mark)) ?? ",";
}

type CheckedRow = { line: number; row: PlaceRow; problems: PlaceProblem[] };

function checkRow({ record, info }: Parsed, codes: ReadonlySet<string>): CheckedRow {
  const line = info.lines;
  const problems: PlaceProblem[] = [];
  const wrong = (reason: PlaceReason, value: string) =>
    problems.push({ line, reason, details: { value: value.slice(0, 60) } });
  const text = (column: string) => (record[column] ?? "").normalize("NFC").trim();
  const [district, kind, name] = [text("district"), text("kind").toLowerCase(), text("name")];
  const [validUntil, currentName] = [text("valid_until"), text("current_name")];
  const foldedName = foldedText(foldName(name));
  if (!codes.has(district)) wrong("unknown_district", district);
  if (kind !== "street" && kind !== "village") wrong("bad_kind", kind);
  if (!foldedName || !isPlainName(name)) wrong("bad_name", name);
  if (validUntil && !isPartialDate(validUntil)) wrong("bad_date", validUntil);
  const row: PlaceRow = {
    district,
    kind: kind === "village" ? kind : "street",
    name,
    foldedName,
    validUntil: validUntil || null,
    currentName: currentName || null,
  };
  return { line, row, problems };
}

/** A year, a month of it or a day of it, that exists. */
function isPartialDate(text: string): boolean {
  if (!/^[12]\d{3}(?:-\d\d(?:-\d\d)?)?$/.test(text)) return false;
  const whole = `${text}-01-01`.slice(0, 10);
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}

function checkTogether(checked: CheckedRow[]): CheckedPlaces {
  const problems = checked.flatMap((each) => each.problems);
  const seen = new Map<string, CheckedRow>();
  for (const each of checked) {
    const key = placeKey(each.row.district, each.row.foldedName);
    const earlier = seen.get(key);
    if (earlier) {
      const details = { value: each.row.name, other: earlier.line };
      problems.push({ line: each.line, reason: "duplicate", details });
    } else seen.set(key, each);
  }
  for (const { line, row } of checked) {
    if (row.currentName === null) continue;
    const current = seen.get(placeKey(row.district, foldedText(foldName(row.currentName))));
    if (current && current.row.currentName === null) continue;
    problems.push({ line, reason: "unknown_current", details: { value: row.currentName.slice(0, 60) } });
  }
  problems.sort((one, other) => one.line - other.line);
  return { rows: problems.length > 0 ? [] : checked.map(({ row }) => row), problems };
}

/** Names are unique within a district. */
export function placeKey(district: string, foldedName: string): string {
  return `${district}\n${foldedName}`;
}
