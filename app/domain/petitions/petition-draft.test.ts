import { describe, expect, it } from "vitest";
import {
  answersOf,
  DRAFT_STEPS,
  decideFiling,
  type PetitionAnswers,
  type PetitionDraft,
  resumeStep,
  stepAfter,
  stepBefore,
  withOlder,
  withStep,
} from "./petition-draft";

const complete: PetitionAnswers = {
  language: "uk",
  title: "Освітити вулицю Зоряну",
  similarSeen: true,
  demand: "Встановити дванадцять ліхтарів.",
  grounds: "Увечері там темно.",
  wholeCommunity: true,
  addressee: "council",
  authorName: "Оксана Приклад",
  email: "oksana@example.org",
  consent: true,
};
const without = (...fields: (keyof PetitionAnswers)[]): PetitionAnswers => ({
  language: "uk",
  ...Object.fromEntries(
    Object.entries(complete).filter(([field]) => !fields.includes(field as keyof PetitionAnswers)),
  ),
});

describe("where a resumed draft goes on", () => {
  it.each<[string, PetitionAnswers, string]>([
    ["everything is missing", { language: "uk" }, "title"],
    ["similar ones were not shown", without("similarSeen"), "similar"],
    ["the demand is missing", without("demand"), "text"],
    ["the grounds are missing", without("grounds", "email"), "text"],
    ["no place is chosen", { ...complete, wholeCommunity: false }, "place"],
    ["nobody is addressed", without("addressee"), "place"],
    ["the consent is missing", without("consent"), "author"],
    ["the mail address is missing", without("email"), "author"],
    ["nothing is missing", complete, "check"],
    [
      "a district is named instead of the community",
      { ...complete, wholeCommunity: false, districtId: "d" },
      "check",
    ],
  ])("when %s", (_, answers, step) => {
    expect(resumeStep(answers)).toBe(step);
    const decision = decideFiling(answers);
    expect(decision).toEqual(
      step === "check"
        ? { done: true, value: answers }
        : { done: false, reason: "incomplete", details: { step } },
    );
  });
});

describe("the order of steps", () => {
  it("leads from the first to the last and back", () => {
    expect(DRAFT_STEPS.slice(0, -1).map(stepAfter)).toEqual(DRAFT_STEPS.slice(1));
    expect(stepAfter("check")).toBe("check");
    expect(DRAFT_STEPS.map(stepBefore)).toEqual([undefined, ...DRAFT_STEPS.slice(0, -1)]);
  });
});

describe("F-26 two tabs on one draft", () => {
  const start: PetitionDraft = { version: 1, answers: { language: "uk" } };
  const lamps = { title: "Ліхтарі" };
  const trees = { title: "Дерева" };

  it("keeps the newest and offers the older", () => {
    const second = withStep(withStep(start, "title", lamps, 1), "title", trees, 1);
    expect(second).toMatchObject({ version: 3, answers: { language: "uk", title: "Дерева" } });
    expect(second.answers.replaced).toEqual({ step: "title", answers: lamps });
  });

  it("offers nothing when the page had seen the older answer, or both say the same", () => {
    const first = withStep(start, "title", lamps, 1);
    expect(withStep(first, "title", trees, first.version).answers.replaced).toBeUndefined();
    expect(withStep(first, "title", lamps, 1).answers.replaced).toBeUndefined();
  });

  it("does not confuse different steps", () => {
    const first = withStep(start, "title", lamps, 1);
    const second = withStep(first, "text", { demand: "А", grounds: "Б" }, 1);
    expect(second.answers).toMatchObject({ ...lamps, demand: "А", grounds: "Б" });
    expect(second.answers.replaced).toBeUndefined();
  });

  it("puts the older answer back and offers the newer one", () => {
    const crossed = withStep(withStep(start, "title", lamps, 1), "title", trees, 1);
    const back = withOlder(crossed);
    expect(back.answers.title).toBe("Ліхтарі");
    expect(back.answers.replaced).toEqual({ step: "title", answers: trees });
    expect(withOlder(back).answers.title).toBe("Дерева");
    expect(withOlder(start)).toBe(start);
  });

  it("forgets a district that was taken away", () => {
    const district = withStep(start, "place", { districtId: "d", addressee: "head" }, 1);
    const whole = withStep(district, "place", { wholeCommunity: true, addressee: "head" }, 2);
    expect(answersOf("place", whole.answers)).toEqual({ wholeCommunity: true, addressee: "head" });
  });
});
