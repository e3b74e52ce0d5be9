import type { Locale } from "~/i18n/locales";
import { type Piece, textDifference } from "./text-difference";

const FIELDS = ["title", "problem", "proposal", "beneficiaries"] as const;
type Field = (typeof FIELDS)[number];

type Version = Record<Field, string> & {
  version: number;
  language: Locale;
  costGuess: number | null;
  changeNote: string;
  createdAt: Date;
};

export type VersionChange = {
  version: number;
  language: Locale;
  changeNote: string;
  createdAt: Date;
  /** The whole text of the first version; of later ones only what differs from the one before. */
  texts: { field: Field; pieces: Piece[] }[];
  /** Minor units; `before` is missing in the first version. Null when the cost stayed. */
  cost: { before?: number | null; after: number | null } | null;
};

/** What each version changed, in the order given: newest first. */
export function versionChanges(versions: readonly Version[]): VersionChange[] {
  return versions.map((current, index) => {
    const { version, language, changeNote, createdAt, costGuess } = current;
    const before = versions[index + 1];
    const texts = FIELDS.filter((field) => !before || before[field] !== current[field]).map((field) => ({
      field,
      pieces: before
        ? textDifference(before[field], current[field])
        : [{ kind: "same" as const, text: current[field] }],
    }));
    const cost = before
      ? before.costGuess === costGuess
        ? null
        : { before: before.costGuess, after: costGuess }
      : { after: costGuess };
    return { version, language, changeNote, createdAt, texts, cost };
  });
}
