import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { plantCall } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { loader } from "./open-now";

let home: Community;
let other: Community;

beforeAll(async () => {
  home = await plantCommunity("home-page");
  other = await plantCommunity("home-page-elsewhere");
  await plantCall(home);
});

const open = (community: Community) => visit(loader, community, { path: "/uk" });

describe("the home page", () => {
  it("lists what is open and may be kept by caches", async () => {
    const { headers, data } = await open(home);
    expect(data).toMatchObject({ open: [{ kind: "submission" }] });
    expect(headers.get("Cache-Control")).toBe("public, max-age=5");
  });

  it("S-4 sends the listed facts and no others", async () => {
    const { data } = await open(home);
    const { open: matters, ...rest } = data as { open: object[] };
    expect(Object.keys(rest).sort()).toEqual([
      "budget",
      "community",
      "counted",
      "example",
      "now",
      "petitions",
      "results",
      "upcoming",
    ]);
    expect(Object.keys(matters[0] ?? {}).sort()).toEqual(["closesAt", "envelopes", "kind", "slug", "title"]);
  });

  it("S-5 shows nothing of another community", async () => {
    expect((await open(other)).data).toMatchObject({ open: [], upcoming: [], results: [], budget: null });
  });
});
