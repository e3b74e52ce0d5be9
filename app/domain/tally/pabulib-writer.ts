/** A table of a `.pb` file: column names, then rows of as many fields. */
export interface PabulibTable {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

/** What a new `.pb` file is made of. `meta` keeps its order. */
export interface PabulibSource {
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly projects: PabulibTable;
  readonly votes: PabulibTable;
}

/**
 * Writes a new `.pb` file in pieces of about 64 kB, so that a large one never lies in memory as a
 * whole. Lines end with a line feed. To change a file that exists, use `PabulibDocument`.
 */
export function* pabulibPieces(source: PabulibSource): Generator<string> {
  let piece = "";
  for (const row of sourceRows(source)) {
    piece += `${row.map(quoteField).join(";")}\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

export function writePabulib(source: PabulibSource): string {
  return [...pabulibPieces(source)].join("");
}

/**
 * A field as it stands in the file: in quotes, with inner quotes doubled, where it holds a
 * separator, a quote or a line break. Reading it back gives the same text.
 */
export function quoteField(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* sourceRows({ meta, projects, votes }: PabulibSource): Generator<readonly string[]> {
  yield ["META"];
  yield ["key", "value"];
  yield* meta;
  yield ["PROJECTS"];
  yield projects.columns;
  yield* projects.rows;
  yield ["VOTES"];
  yield votes.columns;
  yield* votes.rows;
}
