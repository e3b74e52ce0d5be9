import { expect, it } from "vitest";
import { shownPages } from "./pagination";

it.each([
  [1, 2, [1, 2]],
  [1, 20, [1, 2, 20]],
  [7, 20, [1, 6, 7, 8, 20]],
  [20, 20, [1, 19, 20]],
])("page %i of %i shows its neighbours and both ends", (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown);
});
