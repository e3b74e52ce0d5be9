import { randomInt } from "node:crypto";

/** Without 0, 1, l and o, which are mistaken for one another on paper. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password to be typed from a screen once: four groups of four, 80 random bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
