import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { looksLikeToken } from "~/platform/secret-token.server";
import { plantCommunity } from "../../../test/factories/server";
import { personKey } from "./person-key.server";

const person = { name: "Соломія Д’яченко", bornOn: "1961-02-03" };
let community: Community;
let other: Community;
beforeAll(async () => {
  community = await plantCommunity("person-key");
  other = await plantCommunity("person-key-other");
});

describe("personKey", () => {
  it("is the same however the name is spelt, and is a token of a letter", () => {
    const given = personKey(community, "p", person);
    expect(personKey(community, "p", { ...person, name: " соломія  д'яченко" })).toEqual(given);
    expect(given.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(looksLikeToken(given.token)).toBe(true);
  });

  it("differs by person, by petition and by community", () => {
    const keys = [
      personKey(community, "p", person),
      personKey(community, "p", { ...person, bornOn: "1961-02-04" }),
      personKey(community, "p", { ...person, name: "Соломія Дяченко-Гай" }),
      personKey(community, "q", person),
      personKey(other, "p", person),
    ];
    expect(new Set(keys.flatMap(({ key, token }) => [key, token])).size).toBe(10);
  });
});
