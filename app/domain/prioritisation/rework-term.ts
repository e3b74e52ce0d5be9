import { readWallTime, showWallTime } from "~/domain/communities/wall-time";

/** End of the last day for rework: midnight after so many whole days in the community's zone. */
export function reworkDueAt(now: Date, days: number, zone: string): Date {
  const today = showWallTime(now, zone).slice(0, 10);
  const after = new Date(Date.parse(`${today}T00:00Z`) + (days + 1) * 86_400_000).toISOString().slice(0, 10);
  const midnight = readWallTime(`${after}T00:00`, zone);
  if (!midnight) throw new Error(`no midnight on ${after}`);
  return midnight.instant;
}
