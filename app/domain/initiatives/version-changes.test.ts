import { expect, it } from "vitest";
import { versionChanges } from "./version-changes";

const first = {
  version: 1,
  language: "uk" as const,
  title: "Лавки",
  problem: "Ніде сісти.",
  proposal: "Десять лавок.",
  beneficiaries: "Усі.",
  costGuess: 1000,
  changeNote: "",
  createdAt: new Date("2027-01-10T10:00:00Z"),
};
const second = {
  ...first,
  version: 2,
  proposal: "Дванадцять лавок.",
  costGuess: 1200,
  changeNote: "Більше лавок",
};

it("shows the first version whole and of later ones what they changed", () => {
  const [newer, older] = versionChanges([second, first]);
  expect(older?.texts.map(({ field }) => field)).toEqual(["title", "problem", "proposal", "beneficiaries"]);
  expect(older?.cost).toEqual({ after: 1000 });
  expect(newer?.texts).toEqual([
    {
      field: "proposal",
      pieces: [
        { kind: "removed", text: "Десять" },
        { kind: "added", text: "Дванадцять" },
        { kind: "same", text: " лавок." },
      ],
    },
  ]);
  expect(newer?.cost).toEqual({ before: 1000, after: 1200 });
});

it("says nothing of a cost that stayed", () => {
  expect(versionChanges([{ ...second, costGuess: 1000 }, first])[0]?.cost).toBeNull();
});
