import { describe, expect, it } from "vitest";
import { flatten, keyProblems, shapeProblems } from "./catalogues";
import { parseSource } from "./source";
import { lengthProblems, spellingProblems } from "./spelling";
import { mentionsIn, unusedKeys, valueProblems } from "./usage";

describe("catalogue rules", () => {
  it("catch a key that a language lacks or leaves empty", () => {
    const full = flatten({ voting: { send: "Send", back: "Back" } });
    expect(keyProblems({ en: full, uk: flatten({ voting: { send: "Надіслати" } }), ru: full })).toEqual([
      "voting.back: missing in uk",
    ]);
    expect(
      keyProblems({ en: full, uk: full, ru: flatten({ voting: { send: " ", back: "Назад" } }) }),
    ).toHaveLength(1);
  });

  it.each([
    ["{name} пише", "{author} writes", /has \{name\}, English has \{author\}/],
    ["Читайте правила", "Read <link>rules</link>", /English has \{<link>\}/],
    ["{n, plural, one {#} other {#}}", "{n, plural, one {#} other {#}}", /lacks "few"/],
    [
      "{n, plural, one {#} two {#} few {#} many {#} other {#}}",
      "{n, plural, one {#} other {#}}",
      /has "two"/,
    ],
    ["{a, select, yes {так} other {ні}}", "{a, select, other {no}}", /English has/],
    ["{when, date, short}", "{when, date, short}", /format dates/],
    ["{name", "{name}", /cannot be read/],
  ])("catch %s", (text, english, problem) => {
    expect(shapeProblems("voting.a", "uk", text, english).join()).toMatch(problem);
  });

  it("accept every plural form of the language and an exact one", () => {
    const text = "{n, plural, =0 {ніхто} one {# голос} few {# голоси} many {# голосів} other {# голосу}}";
    expect(shapeProblems("voting.a", "uk", text, "{n, plural, one {#} other {#}}")).toEqual([]);
  });
});

describe("usage rules", () => {
  const source = parseSource(
    "app/routes/a.tsx",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template
    't("voting.send"); t(`voting.refusal.${reason}`); const key = "voting.data"; t(`${area}.x`);',
  );

  it("find the keys that nobody mentions", () => {
    const keys = [
      "voting.send",
      "voting.refusal.late",
      "voting.data",
      "voting.refusal.late.more",
      "voting.dead",
    ];
    const mentions = mentionsIn([source], ["voting"]);
    expect(unusedKeys(keys, mentions)).toEqual(["voting.refusal.late.more", "voting.dead"]);
  });

  it("do not count what only tests mention", () => {
    const test = parseSource("app/routes/a.test.ts", 't("voting.send")');
    expect(unusedKeys(["voting.send"], mentionsIn([test], ["voting"]))).toEqual(["voting.send"]);
  });

  it.each([
    ['t("voting.none")', /no message/],
    ['t("voting.left")', /needs \{left\}/],
    ['t("voting.left", { rest: 1 })', /needs \{left\}.*has no \{rest\}/],
    ['t("voting.send", { left: 1 })', /has no \{left\}/],
  ])("catch %s", (text, problem) => {
    const english = flatten({ voting: { left: "{left, plural, one {#} other {#}}", send: "Send" } });
    expect(valueProblems(parseSource("app/routes/a.tsx", text), english).join()).toMatch(problem);
    expect(valueProblems(parseSource("app/routes/a.tsx", 't("voting.left", { left })'), english)).toEqual([]);
  });
});

describe("spelling rules", () => {
  it.each([
    ["uk", "Ваш проект", /проєкт/],
    ["uk", "Обов'язково", /апостроф|apostrophe/],
    ["uk", "Объём коштів", /letter/],
    ["uk", "Гoлос", /Latin/],
    ["ru", "Її нет", /letter/],
    ["ru", "Посмотрите еще раз", /ё/],
    ["ru", "Итог подсчета", /ё/],
    ["ru", "Результат утвержден", /participle/],
    ["ru", "Утвержденный результат", /participle/],
    ["en", "The next phase", /glossary/],
    ["en", "Клик", /Cyrillic/],
  ] as const)("catch in %s: %s", (locale, text, problem) => {
    expect(spellingProblems(locale, [text]).join()).toMatch(problem);
  });

  it.each([
    ["uk", "Обов’язково вкажіть проєкт у файлі PDF"],
    ["ru", "Утверждение результата, ещё учёт и подсчёт; список включена в отчёт, приемлемо"],
    ["en", "The next stage"],
  ] as const)("accept in %s: %s", (locale, text) => {
    expect(spellingProblems(locale, [text])).toEqual([]);
  });

  it("catch long sentences and loose typing", () => {
    const words = (count: number) => Array.from({ length: count }, () => "слово").join(" ");
    expect(lengthProblems(words(21))).toHaveLength(1);
    expect(lengthProblems(`${words(20)}. ${words(20)}.`)).toEqual([]);
    expect(lengthProblems(`{n, plural, one {${words(12)}} other {${words(12)}}}`)).toEqual([]);
    expect(lengthProblems("Зачекайте...")).toHaveLength(1);
    expect(lengthProblems("Два  пробіли")).toHaveLength(1);
  });
});
