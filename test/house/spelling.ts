import type { Locale } from "~/i18n/locales";

type Rule = { pattern: RegExp; say: string };

const EVERYWHERE: Rule[] = [
  { pattern: /[a-z][а-яіїєґё]|[а-яіїєґё][a-z]/iu, say: "a Latin letter inside a Cyrillic word" },
  { pattern: / {2,}|^\s|\s$/, say: "spaces too many" },
  { pattern: /\.\.\./, say: "… is one character" },
];

const RULES: Record<Locale, Rule[]> = {
  en: [
    { pattern: /[а-яіїєґё]/iu, say: "Cyrillic in English" },
    { pattern: /\bclick here\b|\bsponsors?\b|\bphases?\b|\butili[sz]e/i, say: "a word the glossary avoids" },
  ],
  uk: [
    { pattern: /[ыэъё]/iu, say: "a letter that Ukrainian does not have" },
    { pattern: /[а-яіїєґ]['ʼ`‘][а-яіїєґ]/iu, say: "the apostrophe is ’" },
    { pattern: /проект/iu, say: "проєкт" },
    {
      pattern: /натисніть тут|спонсор|являється|здійснюва|приймати участь/iu,
      say: "a word the glossary avoids",
    },
  ],
  ru: [
    { pattern: /[іїєґ]/iu, say: "a letter that Russian does not have" },
    {
      pattern:
        /(?<![а-яё])(еще|ее|нее|отчет|учет|подсчет|расчет|зачет|объем|жеребьев|прием(?!л)|вперед|народе?н?ое? свое)(?![её])/iu,
      say: "ё",
    },
    {
      pattern:
        /(?<![а-яё])(утвержд|подтвержд|заверш|включ|исключ|определ|отклон|сохран|измен|удал|возвращ|размещ|решен)ен(н[а-яё]+)?(?![а-яё])/iu,
      say: "ё in a participle",
    },
    { pattern: /нажмите здесь|спонсор|осуществля/iu, say: "a word the glossary avoids" },
  ],
};

const LONGEST = 20;

/** `words` are the texts between the placeholders of one message. */
export function spellingProblems(locale: Locale, words: string[]): string[] {
  return [...EVERYWHERE.slice(0, 1), ...RULES[locale]]
    .filter(({ pattern }) => words.some((text) => pattern.test(text)))
    .map(({ say }) => say);
}

/** A sentence of more than twenty words is read twice. `text` is the raw message. */
export function lengthProblems(text: string): string[] {
  const problems = EVERYWHERE.slice(1)
    .filter(({ pattern }) => pattern.test(text))
    .map(({ say }) => say);
  const longest = branchesOf(text)
    .flatMap((plain) => plain.split(/[.!?:;…]\s|\n/))
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length)
    .reduce((most, count) => Math.max(most, count), 0);
  return longest > LONGEST ? [...problems, `a sentence of ${longest} words, at most ${LONGEST}`] : problems;
}

/** The message as it is read: each plural or select stands for its longest branch, a placeholder for a word. */
function branchesOf(text: string): string[] {
  let plain = text.replace(/\{\w+\}/g, "0");
  const choice = /\{\w+, (?:plural|selectordinal|select),((?:\s*[\w=]+ \{[^{}]*\})+)\s*\}/;
  for (let match = choice.exec(plain); match; match = choice.exec(plain)) {
    const branches = [...(match[1] ?? "").matchAll(/\{([^{}]*)\}/g)].map(([, branch = ""]) => branch);
    const longest = branches.sort((a, b) => b.length - a.length)[0] ?? "";
    plain = plain.replace(match[0], longest);
  }
  return [plain];
}
