import { describe, expect, it } from "vitest";
import {
  answersOf,
  DRAFT_STEPS,
  type Draft,
  type DraftAnswers,
  decideSubmission,
  missingSteps,
  resumeStep,
  stepAfter,
  stepBefore,
  withOlder,
  withStep,
} from "./draft";

const complete: DraftAnswers = {
  title: "Лавки біля ставка",
  theme: "greenery",
  similarSeen: true,
  wholeCommunity: true,
  placeNote: "",
  problem: "Ніде сісти",
  proposal: "Десять лавок",
  beneficiaries: "Усі, хто гуляє",
  authorName: "Оксана Приклад",
  email: "oksana@example.org",
  showName: false,
  consent: true,
  coAuthors: [],
};
const without = (...fields: (keyof DraftAnswers)[]): DraftAnswers =>
  Object.fromEntries(
    Object.entries(complete).filter(([field]) => !fields.includes(field as keyof DraftAnswers)),
  );

describe("what a draft lacks", () => {
  it.each<[string, DraftAnswers, string[]]>([
    ["nothing", complete, []],
    ["everything", {}, ["title", "similar", "place", "text", "contact"]],
    ["the title", without("title"), ["title"]],
    ["the theme", without("theme"), ["title"]],
    ["a look at similar ones", without("similarSeen"), ["similar"]],
    ["a place", { ...complete, wholeCommunity: false }, ["place"]],
    [
      "a place, when only a point is given",
      { ...complete, wholeCommunity: false, latitude: 49, longitude: 20 },
      ["place"],
    ],
    ["the beneficiaries", without("beneficiaries"), ["text"]],
    ["the consent", without("consent"), ["contact"]],
    ["the e-mail", without("email"), ["contact"]],
  ])("%s", (_, answers, missing) => {
    expect(missingSteps(answers)).toEqual(missing);
    const decision = decideSubmission(answers);
    expect(decision.done).toBe(missing.length === 0);
    if (!decision.done) expect(decision.details?.step).toBe(missing[0]);
  });

  it("does not ask for cost and photos", () => {
    expect(decideSubmission({ ...complete, costGuess: undefined }).done).toBe(true);
  });
});

describe("where a resumed draft goes on", () => {
  it.each<[DraftAnswers, string]>([
    [{}, "title"],
    [{ title: "Лавки", theme: "yards" }, "similar"],
    [without("problem", "email"), "text"],
    [without("email"), "cost"],
    [{ ...without("email"), savedAs: { cost: 6 } }, "contact"],
    [complete, "check"],
  ])("case %#", (answers, step) => {
    expect(resumeStep(answers)).toBe(step);
  });
});

describe("the order of steps", () => {
  it("leads from the first to the last and back", () => {
    const forward = DRAFT_STEPS.slice(0, -1).map(stepAfter);
    expect(forward).toEqual(DRAFT_STEPS.slice(1));
    expect(stepAfter("check")).toBe("check");
    expect(DRAFT_STEPS.map(stepBefore)).toEqual([undefined, ...DRAFT_STEPS.slice(0, -1)]);
  });
});

describe("F-26 two tabs on one draft", () => {
  const start: Draft = { version: 1, answers: {} };
  const bench = { title: "Лавки", theme: "yards" } as const;
  const trees = { title: "Дерева", theme: "greenery" } as const;

  it("keeps the newest and offers the older", () => {
    const first = withStep(start, "title", bench, 1);
    const second = withStep(first, "title", trees, 1);
    expect(second.answers.title).toBe("Дерева");
    expect(second.answers.replaced).toEqual({ step: "title", answers: bench });
  });

  it("offers nothing when the page had seen the older answer", () => {
    const first = withStep(start, "title", bench, 1);
    const second = withStep(first, "title", trees, first.version);
    expect(second.answers.replaced).toBeUndefined();
  });

  it("offers nothing when both tabs say the same", () => {
    const first = withStep(start, "title", bench, 1);
    expect(withStep(first, "title", bench, 1).answers.replaced).toBeUndefined();
  });

  it("does not confuse different steps", () => {
    const first = withStep(start, "title", bench, 1);
    const second = withStep(first, "cost", { costGuess: 100 }, 1);
    expect(second.answers).toMatchObject({ ...bench, costGuess: 100 });
    expect(second.answers.replaced).toBeUndefined();
  });

  it("puts the older answer back and offers the newer one", () => {
    const crossed = withStep(withStep(start, "title", bench, 1), "title", trees, 1);
    const back = withOlder(crossed);
    expect(back.answers.title).toBe("Лавки");
    expect(back.answers.replaced).toEqual({ step: "title", answers: trees });
    expect(withOlder(back).answers.title).toBe("Дерева");
    expect(withOlder(start)).toBe(start);
  });

  it("forgets an answer that was taken away", () => {
    const priced = withStep(start, "cost", { costGuess: 100 }, 1);
    expect(withStep(priced, "cost", {}, 2).answers.costGuess).toBeUndefined();
    expect(answersOf("cost", priced.answers)).toEqual({ costGuess: 100 });
  });
});
