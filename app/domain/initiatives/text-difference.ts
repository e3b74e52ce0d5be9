import { diffArrays } from "diff";

export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** Edits looked for at most: beyond it the texts have nothing in common that would be worth reading. */
const MOST_EDITS = 1_500;

/** What changed from one text to the next, word by word, with the words that go before those that come. */
export function textDifference(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (!changes)
    return pieces([
      ["removed", before],
      ["added", after],
    ]);
  return pieces(
    changes.map(({ added, removed, value }) => [
      added ? "added" : removed ? "removed" : "same",
      value.join(""),
    ]),
  );
}

function pieces(found: [Piece["kind"], string][]): Piece[] {
  return found.filter(([, text]) => text !== "").map(([kind, text]) => ({ kind, text }));
}

/** Words, runs of space, and single signs: what a reader takes as one unit. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s]/gu) ?? [];
}
