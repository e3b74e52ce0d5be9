import { describe, expect, it } from "vitest";
import { passwordWeakness } from "./password";

describe("the choice of a password", () => {
  it.each([
    ["password1", "common"],
    ["QWERTY123", "common"],
    ["йцукенгш", "common"],
    ["Пароль123", "common"],
    ["gfhjkm123", "common"],
    ["aaaaaaaaaa", "pattern"],
    ["abcabcabcab", "pattern"],
    ["23456789", "pattern"],
    ["абвгдежз", "pattern"],
    ["zyxwvuts", "pattern"],
  ])("S-19 refuses %s as %s", (password, weakness) => {
    expect(passwordWeakness(password)).toBe(weakness);
  });

  it("S-19 refuses a password made of the person's own name, address or place", () => {
    const personal = ["Оксана Коваль", "oksana.koval@example.org", "Мирне"];
    for (const guess of ["Оксана2024", "oksana.koval@example.org", "Коваль 1986!", "example1"]) {
      expect(passwordWeakness(guess, personal), guess).toBe("personal");
    }
    expect(passwordWeakness("Оксана любить каву", personal)).toBeNull();
  });

  it.each(["correct horse battery", "чотири теплі слова", "hunter2hunter3", "        z", "12345678900"])(
    "S-19 takes %j: no rule on kinds of characters",
    (password) => {
      expect(passwordWeakness(password)).toBeNull();
    },
  );
});
