import { describe, expect, it } from "vitest";
import { type DecisionNews, decisionLetter } from "./decision-letter";
import { MODERATION_STEPS } from "./moderation";

const zone = { zone: "Europe/Kyiv", currency: "UAH" };
const news: DecisionNews = {
  step: "refuse",
  number: 14,
  title: "Освітити вулицю Зоряну",
  language: "uk",
  ground: "duplicate",
  note: "Така петиція вже відкрита: № 9.",
  hide: false,
  dueAt: new Date("2026-12-04T22:00:00Z"),
  page: "https://example.org/uk/petitions/14",
};

describe("decisionLetter", () => {
  it("names the ground with its rule, the moderator’s words, the way on with its last day, and the page", () => {
    expect(decisionLetter(news, zone)).toMatchInlineSnapshot(`
      {
        "body": "У відкритті вашої петиції № 14 «Освітити вулицю Зоряну» відмовлено.

      Петиція з такою самою вимогою вже відкрита або має відповідь. Одну вимогу розглядають раз на рік.

      Така петиція вже відкрита: № 9.

      Якщо ви не згодні, попросіть про перегляд до 4 грудня 2026, 24:00 (за київським часом). Для цього відкрийте своє посилання з нашого першого листа.

      Сторінка петиції: https://example.org/uk/petitions/14",
        "subject": "Петиція № 14: Освітити вулицю Зоряну",
      }
    `);
  });

  it("is whole in every step and language", () => {
    for (const step of MODERATION_STEPS) {
      for (const language of ["uk", "ru", "en"] as const) {
        const { subject, body } = decisionLetter({ ...news, step, language }, zone);
        expect(`${subject}\n${body}`).not.toMatch(
          /moderation\.|petitions\.[a-z]+\.[a-z]|[{}]|undefined|null/,
        );
        expect(body).toContain("14");
      }
    }
  });

  it("says when the text is hidden as well", () => {
    const { body } = decisionLetter({ ...news, ground: "insult", hide: true, page: null }, zone);
    expect(body).toContain("Текст приховано");
  });

  it("has no empty lines for what there is nothing to say of", () => {
    const { body } = decisionLetter({ ...news, step: "show", ground: null, dueAt: null, page: null }, zone);
    expect(body.split("\n\n")).toHaveLength(2);
  });
});
