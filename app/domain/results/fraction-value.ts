/** An exact fraction of a record, such as `1040052/3293`, to double precision. */
export function fractionValue(text: string): number {
  const [numerator = "0", denominator = "1"] = text.split("/");
  return Number(numerator) / Number(denominator);
}
