/** Calendar day (`YYYY-MM-DD`) of an instant in an IANA zone. */
function calendarDay(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant);
}

/** The day on which the age of voters is taken: the last one that belongs to the vote. */
export function closingDay(closesAt: Date, zone: string): string {
  return calendarDay(new Date(closesAt.getTime() - 1), zone);
}
