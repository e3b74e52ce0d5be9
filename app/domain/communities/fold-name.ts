import { foldText } from "~/shared/fold-text";

/** What kind of street or settlement a name says it is, in one spelling for all languages. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  вул: "вулиця вул улица ул street str st vulytsia vul ulitsa ul",
  пров: "провулок пров переулок пер lane ln provulok prov pereulok per",
  просп: "проспект просп пр avenue ave prospekt prosp",
  пл: "площа площадь пл square sq ploshcha ploshchad",
  бул: "бульвар бул boulevard blvd bulvar",
  наб: "набережна набережная наб embankment naberezhna naberezhnaya",
  шосе: "шосе шоссе ш highway shose shosse",
  узв: "узвіз узв спуск descent uzviz spusk",
  проїзд: "проїзд проезд drive proizd proyezd",
  туп: "тупик туп tupyk tupik",
  алея: "алея аллея alley aleia alleya",
  майд: "майдан maidan",
  мкр: "мікрорайон мкр мкрн микрорайон microdistrict",
  кв: "квартал кварт quarter kvartal",
  с: "село с c village vill selo",
  сел: "селище смт сел посёлок поселок пос пгт п settlement selyshche",
  хут: "хутір хут х x хутор khutir khutor",
  м: "місто м m город г city town misto",
  дер: "деревня дер д derevnya",
};
const typeOf = new Map(
  Object.entries(TYPE_WORDS).flatMap(([type, words]) =>
    words.split(" ").map((word) => [foldText(word), type] as const),
  ),
);
/** Abbreviations written with a hyphen fall into two words when folded. */
const HYPHENATED: Readonly<Record<string, string>> = {
  "пр т": "просп",
  "пр кт": "просп",
  "б р": "бул",
  "пр д": "проїзд",
  "м н": "мкр",
  "мк рн": "мкр",
};

/** A folded name in two parts: "вул. Садова" is `{ bare: "садова", type: "вул" }`. */
export type FoldedName = { bare: string; type: string | null };

/** Folds a name of a street or settlement and takes the word for its kind off, wherever it stands. */
export function foldName(name: string): FoldedName {
  const words = foldText(name).split(" ").filter(Boolean);
  const [first = "", second = ""] = words;
  const [beforeLast = "", last = ""] = words.slice(-2);
  const candidates: [string | undefined, string[]][] = [
    [HYPHENATED[`${first} ${second}`], words.slice(2)],
    [typeOf.get(first), words.slice(1)],
    [HYPHENATED[`${beforeLast} ${last}`], words.slice(0, -2)],
    [typeOf.get(last), words.slice(0, -1)],
  ];
  for (const [type, rest] of candidates) {
    if (type && rest.length > 0) return { bare: rest.join(" "), type };
  }
  return { bare: words.join(" "), type: null };
}

/** One text for storing and comparing: names that differ only in kind stay different. */
export function foldedText({ bare, type }: FoldedName): string {
  return type ? `${bare} ${type}` : bare;
}

const HOUSE_WORDS = new Set(["будинок", "буд", "дом", "house"].map(foldText));
const FLAT_WORDS = new Set(["квартира", "кв", "flat"].map(foldText));

/** The text as typed, then without what looks like a house number, for "вул. Садова, 12-А кв. 4". */
export function searchedNames(typed: string): FoldedName[] {
  const words = foldText(typed).split(" ");
  const whole = foldName(typed);
  const street = foldName(withoutHouse(words).join(" "));
  return street.bare && foldedText(street) !== foldedText(whole) ? [whole, street] : [whole];
}

/** Takes "кв 4", then "12", "12а", "12 а" or "12 3", then "буд" off the end, as far as they are there. */
function withoutHouse(words: readonly string[]): readonly string[] {
  const rest = [...words];
  const endsWith = (place: number, test: (word: string) => boolean) => test(rest.at(-place) ?? "");
  if (endsWith(2, (word) => FLAT_WORDS.has(word)) && endsWith(1, isNumber)) rest.splice(-2);
  if (endsWith(2, isNumber) && endsWith(1, (word) => isNumber(word) || /^\p{L}$/u.test(word))) rest.pop();
  if (!endsWith(1, isNumber)) return words;
  rest.pop();
  if (endsWith(1, (word) => HOUSE_WORDS.has(word))) rest.pop();
  return rest;
}

function isNumber(word: string): boolean {
  return /^\d+\p{L}?$/u.test(word);
}
