/** Columns of the table of petitions, in their order. Names stay, whatever the language of the cells. */
export const PETITION_COLUMNS = [
  "number",
  "state",
  "title",
  "language",
  "district",
  "signatures",
  "goal",
  "left",
  "answered",
  "ground",
  "opened_at",
  "closes_at",
  "address",
] as const;

type Row = {
  number: number;
  state: string;
  title: string | null;
  language: string;
  district: string;
  progress: { signatures: number; goal: number; left: number };
  isAnswered: boolean;
  ground: string | null;
  openedAt: Date | null;
  closesAt: Date | null;
  address: string;
};

export function petitionCells(row: Row): (string | number)[] {
  const { signatures, goal, left } = row.progress;
  const cells: Record<(typeof PETITION_COLUMNS)[number], string | number> = {
    number: row.number,
    state: row.state,
    title: row.title ?? "",
    language: row.language,
    district: row.district,
    signatures,
    goal,
    left,
    answered: row.isAnswered ? "yes" : "no",
    ground: row.ground ?? "",
    opened_at: row.openedAt?.toISOString() ?? "",
    closes_at: row.closesAt?.toISOString() ?? "",
    address: row.address,
  };
  return PETITION_COLUMNS.map((column) => cells[column]);
}
