import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { intlTags, type Locale, locales } from "~/i18n/locales";

const FOLDER = "app/i18n/messages";

/** Every message of a language by its key, read from the files. */
export type Catalogue = Map<string, string>;

export function areasOf(locale: Locale): string[] {
  return readdirSync(`${FOLDER}/${locale}`).map((file) => file.replace(".json", ""));
}

export function readCatalogue(locale: Locale): Catalogue {
  const files = areasOf(locale).map((area) => [
    area,
    readFileSync(`${FOLDER}/${locale}/${area}.json`, "utf8"),
  ]);
  return flatten(Object.fromEntries(files.map(([area = "", text = "{}"]) => [area, JSON.parse(text)])));
}

export function flatten(tree: object, prefix = "", found: Catalogue = new Map()): Catalogue {
  for (const [name, node] of Object.entries(tree)) {
    if (typeof node === "object" && node !== null) flatten(node, `${prefix}${name}.`, found);
    else found.set(prefix + name, String(node));
  }
  return found;
}

/** Every language has every key. */
export function keyProblems(catalogues: Record<Locale, Catalogue>): string[] {
  const all = new Set(locales.flatMap((locale) => [...catalogues[locale].keys()]));
  return [...all].flatMap((key) =>
    locales
      .filter((locale) => !catalogues[locale].get(key)?.trim())
      .map((locale) => `${key}: missing in ${locale}`),
  );
}

/** Placeholders, tags and plural forms of one message against its English twin. */
export function shapeProblems(key: string, locale: Locale, text: string, english: string): string[] {
  const own = shapeOf(text, locale);
  const twin = shapeOf(english, "en");
  if (typeof own === "string") return [`${locale} ${key}: ${own}`];
  if (typeof twin === "string") return [];
  const problems = [...pluralProblems(own, locale), ...own.forbidden];
  if (own.names.join() !== twin.names.join()) {
    problems.push(`has {${own.names.join(", ")}}, English has {${twin.names.join(", ")}}`);
  }
  return problems.map((problem) => `${locale} ${key}: ${problem}`);
}

export type Shape = {
  /** Sorted: `name`, `name select a b other`, `<tag>`. */
  names: string[];
  plurals: { name: string; categories: string[]; type: Intl.PluralRuleType }[];
  forbidden: string[];
  /** The words between the placeholders. */
  words: string[];
};

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
const LITERAL = 0;
const ARGUMENT = 1;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;

/** What a message is made of, or why it cannot be read. */
export function shapeOf(text: string, locale: Locale): Shape | string {
  const shape: Shape = { names: [], plurals: [], forbidden: [], words: [] };
  try {
    collect(new IntlMessageFormat(text, intlTags[locale], undefined, { ignoreTag: true }).getAst(), shape);
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  const tags = [...shape.words.join("").matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return { ...shape, names: [...new Set([...shape.names, ...tags])].sort() };
}

function collect(elements: Element[], shape: Shape): void {
  for (const element of elements) {
    if (element.type === LITERAL) shape.words.push(element.value);
    else if (element.type === ARGUMENT) shape.names.push(element.value);
    else if (element.type === SELECT || element.type === PLURAL) collectBranches(element, shape);
    else if (element.type !== POUND)
      shape.forbidden.push("format dates and numbers before they reach a message");
  }
}

function collectBranches(element: Extract<Element, { options: object }>, shape: Shape): void {
  const branches = Object.keys(element.options);
  if ("pluralType" in element) {
    shape.names.push(element.value);
    shape.plurals.push({ name: element.value, categories: branches, type: element.pluralType ?? "cardinal" });
  } else shape.names.push(`${element.value} select ${branches.sort().join(" ")}`);
  for (const { value } of Object.values(element.options)) collect(value, shape);
}

function pluralProblems({ plurals }: Shape, locale: Locale): string[] {
  return plurals.flatMap(({ name, categories, type }) => {
    const wanted = new Intl.PluralRules(intlTags[locale], { type }).resolvedOptions().pluralCategories;
    const missing = wanted.filter((category) => !categories.includes(category));
    const extra = categories.filter(
      (category) => !category.startsWith("=") && !wanted.some((one) => one === category),
    );
    return [
      ...missing.map((category) => `plural of ${name} lacks "${category}"`),
      ...extra.map((category) => `plural of ${name} has "${category}", which the language does not know`),
    ];
  });
}
