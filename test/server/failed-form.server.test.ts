import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantCommunity } from "../factories/server";
import { startApplication, Visitor } from "../harness/application";

let running: Awaited<ReturnType<typeof startApplication>>;
beforeAll(async () => {
  await plantCommunity("first");
  running = await startApplication();
});
afterAll(() => running.close());

const titleOf = async (answer: Response) => /<title>([^<]*)/.exec(await answer.text())?.[1];

describe("a form with a mistake", () => {
  it.each([
    ["uk", "Помилка: "],
    ["ru", "Ошибка: "],
    ["en", "Error: "],
  ])("announces it in the title, in %s", async (locale, words) => {
    const visitor = new Visitor(running.origin);
    const path = `/${locale}/sign-in`;
    const fresh = await titleOf(await visitor.get(path));
    const refused = await visitor.post(path, { email: "nobody", password: "" });
    expect(refused.status).toBe(422);
    expect(await titleOf(refused)).toBe(words + fresh);
  });
});
