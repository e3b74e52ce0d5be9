/** Signatures of one day (`YYYY-MM-DD`, by the community's clock). */
export type DayCount = { day: string; signatures: number };
/** Signatures from day to day, both included: one day, or seven where there are too many days for a picture. */
export type SeriesRow = { from: string; to: string; signatures: number; total: number };

const DAY = 86_400_000;
const MOST_COLUMNS = 63;
const WEEK = 7;

/** Every day from the first to the last, also those on which nobody signed, with the total at the end of each. */
export function daySeries(counts: readonly DayCount[], last: string): SeriesRow[] {
  const known = new Map(counts.map(({ day, signatures }) => [day, signatures]));
  const days = [...known.keys(), last].sort();
  const [first = last, end = last] = [days[0], days.at(-1)];
  const many = (Date.parse(end) - Date.parse(first)) / DAY + 1;
  const width = many > MOST_COLUMNS ? WEEK : 1;
  const rows: SeriesRow[] = [];
  let total = 0;
  for (let from = Date.parse(first); from <= Date.parse(end); from += width * DAY) {
    const to = Math.min(from + (width - 1) * DAY, Date.parse(end));
    let signatures = 0;
    for (let day = from; day <= to; day += DAY) signatures += known.get(dayText(day)) ?? 0;
    total += signatures;
    rows.push({ from: dayText(from), to: dayText(to), signatures, total });
  }
  return rows;
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

export type HourCount = { hour: Date; signatures: number };

const HOUR = 3_600_000;
export const HOURS_SHOWN = 48;

/** The last hours up to `end`, also those in which nobody signed. */
export function hourSeries(counts: readonly HourCount[], end: Date): HourCount[] {
  const known = new Map(counts.map(({ hour, signatures }) => [hour.getTime(), signatures]));
  const last = Math.floor(end.getTime() / HOUR) * HOUR;
  return Array.from({ length: HOURS_SHOWN }, (_, place) => {
    const at = last - (HOURS_SHOWN - 1 - place) * HOUR;
    return { hour: new Date(at), signatures: known.get(at) ?? 0 };
  });
}
