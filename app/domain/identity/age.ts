/** Full years of age on a day (`YYYY-MM-DD` both); who was born on 29 February grows older on 1 March of a common year. */
export function fullYears(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
