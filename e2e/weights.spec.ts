import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Kilobytes a page may weigh: scripts, styles and fonts as sent, the document as gzip. */
type Budget = { script: number; stylesheet: number; font: number; document: number };
const READING: Budget = { script: 10, stylesheet: 20, font: 60, document: 30 };
/** The map's script comes when the map is in view. */
const MAP: Budget = { ...READING, script: READING.script + 50 };
const FORM: Budget = { script: 15, stylesheet: 20, font: 60, document: 40 };

const pages: [string, Budget][] = [
  ["/uk", READING],
  ["/uk/districts", MAP],
  ["/uk/initiatives", READING],
  ["/uk/petitions", READING],
  ["/uk/petitions/4", READING],
  ["/uk/petitions/5/embed", READING],
  ["/uk/rounds", READING],
  ["/uk/rounds/wieliczka-2023/results", READING],
  ["/uk/sign-in", FORM],
  ["/uk/sign-up", FORM],
  ["/uk/initiatives/new", FORM],
];

async function weigh(page: Page, path: string): Promise<Budget> {
  const sums: Record<string, number> = { script: 0, stylesheet: 0, font: 0 };
  const sizes: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    const kind = request.resourceType();
    if (!(kind in sums)) return;
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        sums[kind] = (sums[kind] ?? 0) + responseBodySize;
      }),
    );
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await Promise.all(sizes);
  const answer = await page.request.get(path, { headers: { "Accept-Encoding": "gzip" } });
  const document = Number(answer.headers()["content-length"] ?? Number.NaN);
  const kilobytes = (bytes: number | undefined) => Math.round((bytes ?? 0) / 100) / 10;
  return {
    script: kilobytes(sums["script"]),
    stylesheet: kilobytes(sums["stylesheet"]),
    font: kilobytes(sums["font"]),
    document: kilobytes(document),
  };
}

test.describe("page weights", () => {
  for (const [path, budget] of pages) {
    test(`${path} stays within its weight`, async ({ page }) => {
      const weight = await weigh(page, path);
      for (const kind of Object.keys(budget) as (keyof Budget)[]) {
        expect(weight[kind], `${kind} of ${path}, kB`).toBeLessThanOrEqual(budget[kind]);
      }
    });
  }
});
