const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type WallTime = {
  instant: Date;
  /**
   * `missing`: clocks skip that hour, the instant is as long after the change as was written (03:30 becomes 04:30).
   * `doubled`: clocks go through that hour twice, the first time is meant. So says RFC 5545, section 3.3.5.
   */
  kind: "exact" | "missing" | "doubled";
};

/** The one instant of a wall clock reading `YYYY-MM-DDTHH:mm` in an IANA zone; null when it is no date or time. */
export function readWallTime(text: string, zone: string): WallTime | null {
  if (!/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== text) return null;
  const before = asUtc - offsetAt(asUtc - DAY, zone);
  const after = asUtc - offsetAt(asUtc + DAY, zone);
  const readings = [...new Set([before, after])].filter(
    (instant) => showWallTime(new Date(instant), zone) === text,
  );
  if (readings.length === 0) return { instant: new Date(before), kind: "missing" };
  return { instant: new Date(Math.min(...readings)), kind: readings.length === 1 ? "exact" : "doubled" };
}

/** What a clock in the zone shows, as `YYYY-MM-DDTHH:mm`. */
export function showWallTime(instant: Date, zone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), zone)).toISOString().slice(0, 16);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds the zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(zone, clock);
  const shown = Date.parse(`${clock.format(instant).replace(" ", "T")}Z`);
  return shown - Math.floor(instant / 1000) * 1000;
}
