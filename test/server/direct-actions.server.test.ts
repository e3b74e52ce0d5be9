import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { countAll, plantPetition, publishedCount } from "../factories/petitions";
import { plantCommunity } from "../factories/server";
import { plantAskedSigners, plantSignedInSigners } from "../factories/signers";
import { plantDistrict } from "../factories/voting";
import { startApplication, Visitor } from "../harness/application";
import { SERVER_SECRET } from "../harness/server-process";
import type { PreparedSignature } from "../harness/signing-load";

let community: Community;
let petition: { id: string; number: number };
let server: Awaited<ReturnType<typeof startApplication>>;
let crowd: PreparedSignature[];

beforeAll(async () => {
  community = await plantCommunity("direct");
  petition = await plantPetition(community);
  const given = { community, petition, districtId: await plantDistrict(community), secret: SERVER_SECRET };
  crowd = [...(await plantSignedInSigners(given, 2)), ...(await plantAskedSigners(given, 2))];
  server = await startApplication();
});
afterAll(async () => {
  await server.close();
});

async function press({ path, cookie, body }: PreparedSignature, headers: Record<string, string> = {}) {
  const usual = {
    Cookie: cookie,
    Origin: server.origin,
    "Content-Type": "application/x-www-form-urlencoded",
    ...headers,
  };
  return await new Visitor(server.origin).send(path, { method: "POST", headers: usual, body });
}

describe("the two buttons of a rush", () => {
  it("answer with the address of the page that says what came of it, and not to be kept", async () => {
    for (const one of crowd) {
      const answer = await press(one);
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([303, "no-store"]);
      expect(answer.headers.get("Location")).toBe(one.path.replace(/\/account$/, ""));
      expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    }
    await countAll(community);
    expect(await publishedCount(community, petition.id)).toMatchObject({ signatures: crowd.length });
  });

  it("C-1 C-2 without the token of the visit, or from another site, lead to a page and do nothing", async () => {
    const fresh = await plantPetition(community);
    for (const one of crowd) {
      const moved = { ...one, path: one.path.replace(`/${petition.number}/`, `/${fresh.number}/`) };
      const forged = await press({ ...moved, body: "formToken=forged" });
      // The page of signing shows the button again; a mail link shows its own page with the reason.
      const isButton = moved.path.endsWith("/account");
      expect([forged.status, forged.headers.get("Location")]).toEqual(
        isButton ? [302, moved.path.replace(/\/account$/, "")] : [403, null],
      );
      expect((await press(moved, { Origin: "https://elsewhere.example" })).status).toBe(403);
    }
    await countAll(community);
    expect(await publishedCount(community, fresh.id)).toBeNull();
  });

  it("S-5 know no petition of another community or number", async () => {
    const [one] = crowd;
    if (!one) throw new Error("nobody planted");
    const answer = await press({ ...one, path: "/uk/petitions/999999/sign/account" });
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "text/html; charset=utf-8"]);
  });
});
