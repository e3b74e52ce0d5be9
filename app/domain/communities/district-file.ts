import type { Locale } from "~/i18n/locales";
import { locales } from "~/i18n/locales";
import { foldText } from "~/shared/fold-text";
import type { DistrictShape, LocalText } from "./community";
import { isPlainName } from "./plain-name";
import { checkShape, type ShapeReason, shortText } from "./shape-check";

/** Bytes of a file and points of all its districts together. */
export const MAX_FILE_BYTES = 5_000_000;
const MAX_FILE_POINTS = 200_000;
const MAX_DISTRICTS = 500;

/** One district as read from a file. */
export type DistrictFeature = {
  code: string;
  name: LocalText;
  population: number | null;
  shape: DistrictShape;
};

export const FILE_REASONS = [
  "too_large",
  "not_json",
  "not_json_at",
  "not_collection",
  "other_coordinates",
  "no_districts",
  "too_many_districts",
  "too_many_points_together",
] as const;
export const DISTRICT_REASONS = [
  "not_feature",
  "no_code",
  "bad_code",
  "duplicate_code",
  "no_name",
  "bad_name",
  "bad_population",
] as const;
export type DistrictFileReason =
  | (typeof FILE_REASONS)[number]
  | (typeof DISTRICT_REASONS)[number]
  | ShapeReason;

export type DistrictProblem = {
  /** Place in the file, counted from 1; null when the file as a whole is meant. */
  shape: number | null;
  /** Its name or code, as far as it can be read. */
  name: string;
  reason: DistrictFileReason;
  details: Record<string, string | number>;
};

/** What the file is read for: where the community lies, and the language of a plain `name`. */
export type Expected = { zone: string; language: Locale };

export type CheckedDistrictFile = { features: DistrictFeature[]; problems: DistrictProblem[] };

/** Checks a parsed GeoJSON FeatureCollection; every district with something wrong is named, each reason once. */
export function checkDistrictFile(file: unknown, expected: Expected): CheckedDistrictFile {
  const features = collectionOf(file);
  if (typeof features === "string") return { features: [], problems: [wholeFile(features)] };
  const problems: DistrictProblem[] = [];
  const read: DistrictFeature[] = [];
  const codes = new Map<string, number>();
  let points = 0;
  features.forEach((feature, index) => {
    const checked = checkFeature(feature, expected);
    points += checked.points;
    const folded = foldText(checked.code);
    const earlier = codes.get(folded);
    if (folded && earlier !== undefined)
      checked.wrong("duplicate_code", { code: checked.code, other: earlier });
    else if (folded) codes.set(folded, index + 1);
    for (const { reason, details } of checked.problems) {
      problems.push({ shape: index + 1, name: checked.label, reason, details });
    }
    if (checked.feature) read.push(checked.feature);
  });
  if (points > MAX_FILE_POINTS) {
    problems.unshift(wholeFile("too_many_points_together", { points, most: MAX_FILE_POINTS }));
  }
  return { features: problems.length > 0 ? [] : read, problems };
}

export function wholeFile(
  reason: DistrictFileReason,
  details: DistrictProblem["details"] = {},
): DistrictProblem {
  return { shape: null, name: "", reason, details };
}

function collectionOf(file: unknown): unknown[] | DistrictFileReason {
  const { type, features, crs } = Object(file) as Record<string, unknown>;
  if (type !== "FeatureCollection" || !Array.isArray(features)) return "not_collection";
  // RFC 7946 knows WGS 84 only; older files may name another system.
  if (crs && !/CRS84|EPSG:{1,2}4326/i.test(systemName(crs))) return "other_coordinates";
  if (features.length === 0) return "no_districts";
  return features.length > MAX_DISTRICTS ? "too_many_districts" : features;
}

function systemName(crs: unknown): string {
  const { properties } = Object(crs) as { properties?: unknown };
  return shortText((Object(properties) as { name?: unknown }).name);
}

type Complaint = Pick<DistrictProblem, "reason" | "details">;

function checkFeature(feature: unknown, { zone, language }: Expected) {
  const problems: Complaint[] = [];
  const wrong = (reason: DistrictFileReason, details: Complaint["details"] = {}) => {
    problems.push({ reason, details });
  };
  const { type, geometry, properties } = Object(feature) as Record<string, unknown>;
  const given = Object(properties) as Record<string, unknown>;
  const code = readCode(given["code"]);
  const name = readName(given, language);
  const label = (Object.values(name)[0] ?? code).slice(0, 120);
  if (type !== "Feature") {
    wrong("not_feature");
    return { problems, wrong, label, code: "", points: 0, feature: null };
  }
  if (!code) wrong("no_code");
  else if (!CODE.test(code)) wrong("bad_code", { code: code.slice(0, 60) });
  if (Object.keys(name).length === 0) wrong("no_name");
  else if (!Object.values(name).every(isPlainName)) wrong("bad_name");
  const population = readPopulation(given["population"]);
  if (population === undefined) wrong("bad_population", { value: shortText(given["population"]) });
  const checked = checkShape(geometry, zone);
  if ("reason" in checked) {
    wrong(checked.reason, checked.details);
    return { problems, wrong, label, code, points: 0, feature: null };
  }
  const { shape, points } = checked;
  const read: DistrictFeature = { code, name, population: population ?? null, shape };
  return { problems, wrong, label, code, points, feature: problems.length > 0 ? null : read };
}

/** It stands in the address of the district's page. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

function readCode(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).normalize("NFC").trim() : "";
}

function readName(given: Record<string, unknown>, language: Locale): LocalText {
  const name: LocalText = {};
  for (const locale of locales) {
    const value = given[`name_${locale}`] ?? (locale === language ? given["name"] : undefined);
    if (typeof value === "string" && value.trim()) name[locale] = value.normalize("NFC").trim();
  }
  return name;
}

function readPopulation(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" ? Number(value) : value;
  return Number.isInteger(number) && (number as number) >= 0 && (number as number) <= 50_000_000
    ? (number as number)
    : undefined;
}
