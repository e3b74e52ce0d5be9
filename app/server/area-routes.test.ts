import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { areaRoutes } from "./area-routes";

type Routes = ServerBuild["routes"];

function given(
  ...rows: [id: string, parentId: string | undefined, path?: string | undefined, index?: true][]
): Routes {
  const routes = rows.map(([id, parentId, path, index]) => ({ id, parentId, path, index, module: {} }));
  return Object.fromEntries(routes.map((route) => [route.id, route])) as unknown as Routes;
}

const routes = given(
  ["root", undefined, ""],
  ["start", "root", undefined, true],
  ["short", "root", "i/:number"],
  ["lost", "root", "*"],
  ["language", "root", ":locale"],
  ["home", "language", undefined, true],
  ["list", "language", "initiatives"],
  ["one", "language", "initiatives/:number"],
  ["rounds", "language", "rounds"],
  ["nested", "rounds", ":slug"],
  ["page-lost", "language", "*"],
);
const pick = areaRoutes(routes, "language");
const always = ["home", "language", "lost", "page-lost", "root", "start"];
const idsOf = (path: string) => Object.keys(pick(path)).sort();

describe("areaRoutes", () => {
  it.each([
    ["/", []],
    ["/uk", []],
    ["/uk/nothing", []],
    ["/i/214", ["short"]],
    ["/I/214", ["short"]],
    ["/uk/initiatives", ["list", "one"]],
    ["/uk/Initiatives/7", ["list", "one"]],
    ["//uk//initiatives/", ["list", "one"]],
    ["/i/initiatives", ["short", "list", "one"]],
  ])("%s keeps every route that may match", (path, more) => {
    // A route below another one is kept with it or matched by nothing.
    expect(idsOf(path).filter((id) => id !== "nested")).toEqual([...always, ...more].sort());
  });

  it("gives all routes for an encoded word", () => expect(pick("/uk/%69nitiatives")).toBe(routes));

  it("remembers what it picked, however many strange addresses come", () => {
    expect(pick("/uk/a")).toBe(pick("/uk/b"));
    expect(pick("/uk/initiatives/1")).toBe(pick("/ru/initiatives/2"));
  });
});
