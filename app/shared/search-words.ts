import { foldText } from "./fold-text";

const MAX_WORDS = 8;
const MIN_STEM = 3;

/** Endings of Ukrainian and Russian nouns, adjectives and verbs, longest first so that the longest one goes. */
const ENDINGS = [
  "ування ювання ованого уваного",
  "увати ювати овать евать уємо юємо уються юються",
  "ення ання яння іння єння ення ение ание ения ания ению анию",
  "ого ього ему ому ьому ами ями ові еві єві ими іми ыми ыми ити іти ати яти ить ать ять еть ией иям иях ием",
  "ий ій ій ої ою ею єю ах ях ів їв ам ям ом ем єм их іх им ім ый ой ей ая яя ое ее ую юю ых ым ов ев ии ия ие ию ье ья ью",
  "а я о е є и і ї у ю ы ь й",
]
  .join(" ")
  .split(" ")
  .sort((left, right) => right.length - left.length);

const STOP_WORDS = new Set(
  (
    "або біля від для до за з зі із на над не ні об по при про під та у це як " +
    "без в во для до за и из или к ко на над не ни о об от по под при про с со у что это " +
    "a an and at by for from in of on or the to with і й що як вул ул"
  )
    .split(" ")
    .map(foldText),
);

export type SearchWords = {
  /** The whole query in its folded spelling, for similarity by trigrams. */
  folded: string;
  /** For each word that counts, the beginnings it may have in a text. */
  groups: string[][];
};

/** What to look for when a person types `query`: the beginnings of every form of each word. */
export function searchWords(query: string): SearchWords {
  const folded = foldText(query);
  const all = folded.split(" ").filter(Boolean);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  const words = [...new Set(telling.length > 0 ? telling : all)].slice(0, MAX_WORDS);
  return { folded, groups: words.map(beginnings) };
}

/** A query for `to_tsquery('simple', …)`. The beginnings are letters and digits only, so none can be an operator. */
export function prefixQuery(groups: string[][], join: "&" | "|"): string {
  return groups.map((group) => `(${group.map((start) => `${start}:*`).join(" | ")})`).join(` ${join} `);
}

/**
 * Beginnings shared by the forms of one folded word: its stem, and the stem with the sounds that change
 * inside Ukrainian and Russian words (шкіл – школа, дорозі – дорога, лавок – лавка, скамеек – скамейка).
 */
export function beginnings(word: string): string[] {
  if (/\d/.test(word) || word.length < MIN_STEM) return [word];
  if (!/\p{Script=Cyrillic}/u.test(word))
    return [word.length > 4 ? word.replace(/(?:ing|es|ed|s)$/, "") : word];
  const stem = withoutEnding(word);
  return [...new Set([stem, ...changedVowels(stem), ...changedConsonant(stem)])];
}

function withoutEnding(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= MIN_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}

const CONSONANT = "бвгджзклмнпрстфхцчшщй";

function changedVowels(stem: string): string[] {
  const found: string[] = [];
  const closed = new RegExp(`^(.*[${CONSONANT}])([іоеє])([${CONSONANT}])$`).exec(stem);
  if (closed) {
    const [, before = "", vowel = "", last = ""] = closed;
    const twins = vowel === "і" ? ["о", "е"] : ["і"];
    found.push(...twins.map((twin) => before + twin + last));
    if (vowel !== "і" && before.length >= 2) found.push(before + last);
  }
  const cluster = new RegExp(`^(.*[${CONSONANT}])([кнцвлр])$`).exec(stem);
  if (cluster) found.push(...["о", "е"].map((vowel) => cluster[1] + vowel + cluster[2]));
  const glide = /^(.*[аеиоуыэюяі])[еє]к$/.exec(stem);
  if (glide) found.push(`${glide[1]}йк`);
  if (/[еуаоюяиі]йк$/.test(stem)) found.push(`${stem.slice(0, -2)}ек`);
  return found;
}

const SOFTENED: Record<string, string> = { з: "г", ц: "к", с: "х", г: "з", к: "ц", х: "с" };

function changedConsonant(stem: string): string[] {
  const last = stem.at(-1) ?? "";
  const twin = SOFTENED[last];
  return twin && stem.length > MIN_STEM ? [stem.slice(0, -1) + twin] : [];
}
