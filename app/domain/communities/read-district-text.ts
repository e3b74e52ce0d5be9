import { getIssues } from "@placemarkio/check-geojson";
import {
  type CheckedDistrictFile,
  checkDistrictFile,
  type DistrictProblem,
  type Expected,
  MAX_FILE_BYTES,
  wholeFile,
} from "./district-file";

/** Reads the text of a GeoJSON file and checks every district in it. */
export function readDistrictText(text: string, expected: Expected): CheckedDistrictFile {
  if (text.length > MAX_FILE_BYTES) return { features: [], problems: [wholeFile("too_large")] };
  const json = text.replace(/^\uFEFF/, "");
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return { features: [], problems: [syntaxProblem(json)] };
  }
  return checkDistrictFile(file, expected);
}

/** Line and column of the first mistake; the second parser is slow but says where, the fast one does not. */
function syntaxProblem(json: string): DistrictProblem {
  const [issue] = getIssues(json);
  const [, line, column] = /\((\d+):(\d+)\)/.exec(issue?.message ?? "") ?? [];
  return line && column
    ? wholeFile("not_json_at", { line: Number(line), column: Number(column) })
    : wholeFile("not_json");
}
