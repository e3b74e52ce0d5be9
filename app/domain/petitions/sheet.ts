import type { ResidenceBasis } from "~/domain/identity/residence";

/** What the check says of a line; only `accepted` counts. */
export const LINE_OUTCOMES = ["accepted", "unreadable", "not_resident", "unsigned", "twice"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** Lines of a printed sheet. */
export const SHEET_LINES = 10;

/** A line as the first person keyed it; what cannot be read is left empty. */
export type KeyedLine = {
  line: number;
  name: string;
  bornOn: string;
  districtId: string | null;
  basis: ResidenceBasis;
};

type Counted = {
  batch: string;
  checked: boolean;
  outcomes: Partial<Record<LineOutcome, number>>;
  lines: number;
};

export type BatchTotal = {
  batch: string;
  sheets: number;
  lines: number;
  waiting: number;
  outcomes: Record<LineOutcome, number>;
};

/** Each batch in one row: its lines are those accepted, those refused by reason, and those that wait. */
export function reconcile(sheets: readonly Counted[]): BatchTotal[] {
  const totals = new Map<string, BatchTotal>();
  for (const { batch, checked, outcomes, lines } of sheets) {
    const total = totals.get(batch) ?? { batch, sheets: 0, lines: 0, waiting: 0, outcomes: none() };
    totals.set(batch, total);
    total.sheets += 1;
    total.lines += lines;
    if (!checked) total.waiting += lines;
    for (const outcome of LINE_OUTCOMES) total.outcomes[outcome] += checked ? (outcomes[outcome] ?? 0) : 0;
  }
  return [...totals.values()];
}

function none(): Record<LineOutcome, number> {
  return { accepted: 0, unreadable: 0, not_resident: 0, unsigned: 0, twice: 0 };
}
