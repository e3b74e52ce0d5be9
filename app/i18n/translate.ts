import { IntlMessageFormat } from "intl-messageformat";
import { intlTags, type Locale } from "./locales";
import { type MessageKey, messages } from "./messages";

export type MessageValues = Record<string, string | number>;

/**
 * Looks a message up and fills its placeholders. Nothing is escaped: React escapes, and whoever writes
 * HTML, a feed or a file without React must escape for that format.
 */
export type T = (key: MessageKey, values?: MessageValues) => string;

/** The same function every time for a locale, ready synchronously. */
export function translator(locale: Locale): T {
  return translators[locale];
}

/** For keys that arrive as data, such as the message of a schema's issue. */
export function isMessageKey(value: string): value is MessageKey {
  return texts.en.has(value);
}

const texts = { uk: flatten(messages.uk), ru: flatten(messages.ru), en: flatten(messages.en) };
const translators = { uk: makeTranslator("uk"), ru: makeTranslator("ru"), en: makeTranslator("en") };

type Tree = { [name: string]: string | Tree };

function flatten(tree: Tree, prefix = "", found = new Map<string, string>()): Map<string, string> {
  for (const [name, node] of Object.entries(tree)) {
    if (typeof node === "string") found.set(prefix + name, node);
    else flatten(node, `${prefix}${name}.`, found);
  }
  return found;
}

/** Parsing a message is dear (0.1 ms) and filling it cheap (3 µs), so each is parsed once, when first used. */
function makeTranslator(locale: Locale): T {
  const parsed = new Map<string, IntlMessageFormat>();
  const formatters = sharedFormatters(intlTags[locale]);
  return (key, values) => {
    const text = texts[locale].get(key);
    if (text === undefined) return key;
    if (!values && !text.includes("{")) return text;
    let format = parsed.get(key);
    if (!format) {
      format = new IntlMessageFormat(text, intlTags[locale], undefined, { ignoreTag: true, formatters });
      parsed.set(key, format);
    }
    return fill(format, text, values);
  };
}

function fill(format: IntlMessageFormat, text: string, values: MessageValues | undefined): string {
  try {
    return String(format.format(values));
  } catch (error) {
    // A reader is better served by the bare text than by a broken page; tests and development fail loudly.
    if (process.env.NODE_ENV === "production") return text;
    throw error;
  }
}

/** Catalogues use plain numbers, cardinal and ordinal plurals only; dates and money are formatted before. */
function sharedFormatters(tag: string) {
  const numbers = new Intl.NumberFormat(tag);
  const plurals = {
    cardinal: new Intl.PluralRules(tag),
    ordinal: new Intl.PluralRules(tag, { type: "ordinal" }),
  };
  return {
    getNumberFormat: () => numbers,
    getPluralRules: (_tags?: string | string[], options?: Intl.PluralRulesOptions) =>
      plurals[options?.type ?? "cardinal"],
    getDateTimeFormat: (): Intl.DateTimeFormat => {
      throw new Error("Format dates with ~/i18n/format and pass the text");
    },
  };
}
