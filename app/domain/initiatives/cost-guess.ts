import { done, type Outcome, refused } from "~/shared/outcome";

/** Minor units in one unit of every currency offered here (kopiyka, kopeck, grosz, cent). */
const MINOR = 100;
const MOST_MINOR = 1_000_000_000_00;

/** Longest first: "тис" must not be taken for a lone "т". */
const MULTIPLES: [RegExp, number][] = [
  [/(?:мільйон|миллион|million|млн|mln|m)\p{L}*\.?/iu, 1_000_000],
  [/(?:тисяч|тысяч|thousand|тис|тыс|k)\p{L}*\.?/iu, 1_000],
];
const CURRENCY =
  /(?:гривень|гривні|гривня|грн|uah|рублей|рубля|рубль|руб|rub|р|злотих|злотых|złotych|zł|pln|євро|евро|euro|eur|[₴₽€$])\.?/giu;

/**
 * What a person means by "12 000,50", "12.000", "120 тис. грн" or "1,5 млн", in minor units; null when the
 * field was left empty. A group of exactly three digits after a separator is thousands, one or two are cents.
 */
export function parseCostGuess(typed: string): Outcome<number | null, "unclear" | "too_large"> {
  const text = typed
    .normalize("NFKC")
    .replace(/\u00a0/g, " ")
    .trim();
  if (text === "") return done(null);
  const multiple = MULTIPLES.find(([word]) => word.test(text));
  const bare = (multiple ? text.replace(multiple[0], "") : text)
    .replace(CURRENCY, "")
    .replace(/[\s'’_]/g, "");
  const value = readNumber(bare);
  if (value === null || !/^\d/.test(text.replace(CURRENCY, "").trim())) return refused("unclear");
  const minor = Math.round(value * MINOR) * (multiple?.[1] ?? 1);
  return minor > MOST_MINOR
    ? refused("too_large", { maximum: MOST_MINOR })
    : done(minor === 0 ? null : minor);
}

/** Digits with separators; at most four places, so that "1,2345 млн" is exact. */
function readNumber(text: string): number | null {
  if (!/^\d{1,16}(?:[.,]\d{1,16})*$/.test(text)) return null;
  const parts = text.split(/[.,]/);
  const separators = text.match(/[.,]/g) ?? [];
  const last = parts.at(-1) ?? "";
  const whole = parts.slice(0, -1);
  if (whole.length === 0) return Number(last);
  const isGrouped = whole.slice(1).every((part) => part.length === 3) && (whole[0] ?? "").length <= 3;
  const oneKind = new Set(separators).size === 1;
  if (last.length === 3 && isGrouped && oneKind) return Number(parts.join(""));
  const decimal =
    last.length <= 2 && (separators.length === 1 || (isGrouped && separators.at(-1) !== separators[0]));
  return decimal ? Number(`${whole.join("")}.${last}`) : null;
}
