import { describe, expect, it } from "vitest";
import { formatter } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { missingInShort, missingSentence } from "./missing-sentence";
import { withMissing } from "./what-was-missing";

const words = {
  t: translator("uk"),
  format: formatter("uk", "Europe/Kyiv", "UAH"),
  currency: "UAH",
};
const plain = (text: string | null) => text?.replace(/\s/g, " ");

describe("what was missing, in words", () => {
  it.each([
    [
      412,
      "13000",
      "Ще 412 голосів — і проєкт профінансували б. Його профінансували б і тоді, якби він коштував на 13 000 ₴ менше.",
    ],
    [1, null, "Ще 1 голос — і проєкт профінансували б. Менший кошторис не допоміг би."],
    [
      null,
      "0.5",
      "Якби проєкт коштував на 0,50 ₴ менше, його профінансували б. Не вистачило б навіть ще 900 голосів.",
    ],
    [null, null, "Не вистачило б навіть ще 900 голосів. Менший кошторис теж не допоміг би."],
  ])("%s votes, %s money", (moreVotes, cheaperBy, sentence) => {
    expect(plain(missingSentence(words, { moreVotes, cheaperBy }, 900))).toBe(sentence);
  });

  it.each([
    [22, "13000", "Забракло 22 голосів або 13 000 ₴."],
    [1, null, "Забракло 1 голосу."],
    [null, "13000", "Забракло 13 000 ₴."],
    [null, null, undefined],
  ])("in short: %s votes, %s money", (moreVotes, cheaperBy, sentence) => {
    expect(plain(missingInShort(words, { moreVotes, cheaperBy }))).toBe(sentence);
  });

  it("says that it is not known where the count was too long, and claims nothing in the table", () => {
    const unknown = { moreVotes: null, cheaperBy: null, notCounted: true };
    expect(missingSentence(words, unknown, 900)).toMatch(/^Скільки забракло, невідомо\./);
    expect(missingInShort(words, unknown)).toBeNull();
  });

  it("stands with its own project, and with no other", () => {
    const found = withMissing(
      [{ code: "1" }, { code: "2" }],
      [{ project: "2", moreVotes: 3, cheaperBy: null }],
    );
    expect(found).toEqual([
      { code: "1", missing: null },
      { code: "2", missing: { moreVotes: 3, cheaperBy: null } },
    ]);
  });
});
