import { PabulibColumns } from "~/domain/tally/pabulib-columns";
import { RecordSplitter, splitFields } from "~/domain/tally/pabulib-records";

/** What a Pabulib file tells of a project beside what is counted. */
export type ProjectDetails = { area: string; latitude: number | null; longitude: number | null };

const AREAS = ["neighborhood", "subunit", "district"];

/** Reads places of projects from the text of a file that has been read without complaint, by project id. */
export function readProjectDetails(text: string): Map<string, ProjectDetails> {
  const details = new Map<string, ProjectDetails>();
  let columns: PabulibColumns | null = null;
  let section = "";
  const splitter = new RecordSplitter((record) => {
    if (section === "VOTES") return;
    const fields = splitFields(record.text);
    const title = (fields[0] ?? "").trim().toUpperCase();
    if (title === "PROJECTS" || title === "VOTES") section = title;
    else if (section === "PROJECTS" && !columns) columns = readColumns(fields, record.line);
    else if (columns)
      details.set((columns.get(fields, "project_id") ?? "").trim(), detailsOf(columns, fields));
  });
  splitter.push(text);
  splitter.finish();
  return details;
}

function readColumns(fields: string[], line: number): PabulibColumns | null {
  const columns = PabulibColumns.read(fields, line, []);
  return columns.ok ? columns.value : null;
}

function detailsOf(columns: PabulibColumns, fields: string[]): ProjectDetails {
  const area = AREAS.map((name) => columns.get(fields, name)?.trim()).find(Boolean) ?? "";
  const latitude = degrees(columns.get(fields, "latitude"), 90);
  const longitude = degrees(columns.get(fields, "longitude"), 180);
  const known = latitude !== null && longitude !== null;
  return { area, latitude: known ? latitude : null, longitude: known ? longitude : null };
}

function degrees(text: string | undefined, most: number): number | null {
  const value = text?.trim() ? Number(text) : Number.NaN;
  return Math.abs(value) <= most ? value : null;
}
