import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Resident } from "~/domain/identity/viewer";
import { presetRules } from "~/domain/petitions/rule-presets";
import { signerKey } from "~/domain/petitions/signer-key.server";
import type { SigningView } from "~/domain/petitions/signing-view";
import { undoSignature } from "~/domain/petitions/undo-signature.server";
import { database } from "~/platform/database.server";
import { signingLimit } from "~db/schema/signature-checks";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { lettersTo, moveEnd, newestToken, signaturesOf } from "../../../test/factories/signing";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { visit } from "../../../test/harness/route";
import * as confirm from "./confirm";
import * as sign from "./sign";
import * as signAccount from "./sign-account";
import * as sent from "./sign-sent";
import * as undo from "./undo";

let community: Community;
let district: string;
let mailbox = 0;
beforeAll(async () => {
  community = await plantCommunity("sign-pages");
  district = await plantDistrict(community);
  // All visits of these tests come from one address.
  const roomy = { scope: "address" as const, most: 1_000, minutes: 60 };
  await database()
    .insert(signingLimit)
    .values({ communityId: community.id, ...roomy });
});

const byNumber = (number: number, end = "sign") => ({
  path: `/uk/petitions/${number}/${end}`,
  params: { locale: "uk", number: String(number) },
});
const byToken = (kind: "confirm" | "second", token: string, end = "") => ({
  path: `/uk/petitions/${kind}/${token}${end}`,
  params: { locale: "uk", token },
});
const form = (given: Record<string, string> = {}) => {
  mailbox += 1;
  const email = `visitor${mailbox}@example.org`;
  return { name: "Марко Зразок", email, district, basis: "registered", ofAge: "yes", ...given };
};
const pressAccount = (number: number, viewer: Resident) =>
  visit(signAccount.action, community, { ...byNumber(number, "sign/account"), viewer, fields: {} });
async function view(number: number, viewer?: Resident): Promise<SigningView> {
  const page = await visit(sign.loader, community, { ...byNumber(number), ...(viewer && { viewer }) });
  return page.data as SigningView;
}

/** The form sent, and the token of the letter that came. */
async function asked(number: number, given: Record<string, string> = {}) {
  const fields = form(given);
  const answer = await visit(sign.action, community, { ...byNumber(number), fields });
  return { answer, email: fields.email, token: await newestToken(community, fields.email) };
}

describe("the page of signing without an account", () => {
  it("asks what the rules want, and nothing that is a key", async () => {
    const { number } = await plantPetition(community);
    const shown = await view(number);
    expect(shown.questions).toMatchObject({ minimumAge: 16, withoutAccount: true, names: "public" });
    expect(shown.districts.map(({ id }) => id)).toEqual([district]);
    expect(JSON.stringify(shown)).not.toMatch(/signerKey|Hash|authorEmail/);
  });

  it.each(["gathering", "moderation", "returned"] as const)(
    "S-2 is not there for a stranger while the petition is in state %s",
    async (state) => {
      const { number } = await plantPetition(community, { state });
      expect((await visit(sign.loader, community, byNumber(number))).status).toBe(404);
      const answer = await visit(sign.action, community, { ...byNumber(number), fields: form() });
      expect(answer.status).toBe(404);
    },
  );

  it("S-5 is not there for a petition of another community", async () => {
    const other = await plantCommunity("sign-pages-other");
    const { number } = await plantPetition(other, { number: 900_001 });
    expect((await visit(sign.loader, community, byNumber(number))).status).toBe(404);
  });

  it("S-21 leads to one page for everybody: known, unknown, and too often asked", async () => {
    const { number } = await plantPetition(community);
    const first = await asked(number);
    await visit(confirm.action, community, { ...byToken("confirm", first.token), fields: {} });
    const answers = [first.answer];
    for (let time = 0; time < 5; time += 1)
      answers.push((await asked(number, { email: first.email })).answer);
    answers.push((await asked(number)).answer);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    const page = await visit(sent.loader, community, byNumber(number, "sign/sent"));
    expect(page.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect((await lettersTo(community, first.email)).length).toBeLessThanOrEqual(5);
  });

  it("keeps what was typed and says what is missing", async () => {
    const { number } = await plantPetition(community);
    const fields = form({ email: "no-address", ofAge: "" });
    const answer = await visit(sign.action, community, {
      ...byNumber(number),
      fields: { ...fields, district: "" },
    });
    expect(answer.status).toBe(422);
    const { errors, values } = answer.data as { errors: { field: string }[]; values: object };
    expect(errors.map(({ field }) => field)).toEqual(["email", "district", "ofAge"]);
    expect(values).toMatchObject({ name: fields.name });
  });

  it("F-7 says that signing has ended and that nothing was recorded", async () => {
    const { id, number } = await plantPetition(community);
    await moveEnd(community, id, 0);
    const { answer } = await asked(number);
    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({ errors: [{ message: "signing.refusal.closed" }] });
    expect((await view(number)).stop).toBe("ended");
  });

  it("F-6 a recorded form sent again without its session signs nothing", async () => {
    const { id, number } = await plantPetition(community);
    const fields = form();
    const answer = await visit(sign.action, community, { ...byNumber(number), fields, formIsOurs: false });
    expect(answer.status).toBe(403);
    expect(await lettersTo(community, fields.email)).toEqual([]);
    expect(await signaturesOf(community, id)).toEqual([]);
  });
});

describe("signing with an account", () => {
  it("is one press, then the thanks at the same address, and the way back", async () => {
    const viewer = await plantResident(community, district);
    const { id, number } = await plantPetition(community);
    expect((await view(number, viewer)).account).toEqual({ name: viewer.name, own: "none", refusal: null });
    expect(await pressAccount(number, viewer)).toMatchObject({
      status: 303,
      location: `/uk/petitions/${number}/sign`,
    });
    expect((await view(number, viewer)).account?.own).toBe("signed");
    const back = { ...byNumber(number, "undo"), viewer };
    expect((await visit(undo.loader, community, back)).data).toMatchObject({ own: "signed" });
    await visit(undo.action, community, { ...back, fields: {} });
    expect((await view(number, viewer)).account?.own).toBe("taken_back");
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("F-5 fifty posts at once, from two sessions, make one signature and no error", async () => {
    const viewer = await plantResident(community, district);
    const { id, number } = await plantPetition(community);
    const answers = await Promise.all(Array.from({ length: 50 }, () => pressAccount(number, viewer)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await signaturesOf(community, id)).toHaveLength(1);
  });

  it("names the condition that is not met", async () => {
    const parliament = presetRules("parliament");
    const rules = { ...parliament, signers: { ...parliament.signers, bases: ["displaced" as const] } };
    const strict = await plantPetition(community, { rules });
    const { number } = await plantPetition(community);
    const resident = await plantResident(community, district);
    const refusal = async (viewer: Resident, of = number) => (await view(of, viewer)).account?.refusal;
    expect(await refusal(resident, strict.number)).toBe("basis_not_admitted");
    expect(await refusal({ ...resident, bornOn: null } as Resident)).toBe("birth_date_unknown");
    expect(await refusal({ ...resident, bornOn: "2020-01-01" } as Resident)).toBe("too_young");
    expect(await refusal({ ...resident, residence: null } as unknown as Resident)).toBe("residence_missing");
    await pressAccount(strict.number, resident);
    expect(await signaturesOf(community, strict.id)).toEqual([]);
  });

  it("leads a guest to sign in and back to the page, not to the act", async () => {
    const { number } = await plantPetition(community);
    const answer = await visit(signAccount.loader, community, byNumber(number, "sign/account"));
    expect(answer.location).toBe(`/uk/petitions/${number}/sign`);
    const page = await visit(undo.loader, community, byNumber(number, "undo"));
    expect(page.location).toMatch(/\/uk\/sign-in\?next=/);
  });

  it("S-2 nobody takes back what they have not signed", async () => {
    const [signer, stranger] = [
      await plantResident(community, district),
      await plantResident(community, district),
    ];
    const { id, number } = await plantPetition(community);
    await pressAccount(number, signer);
    const answer = await visit(undo.action, community, {
      ...byNumber(number, "undo"),
      viewer: stranger,
      fields: {},
    });
    expect(answer.status).toBe(404);
    const own = { petitionId: id, signerKey: signerKey(community, stranger.email) };
    expect(await undoSignature(community, own)).toEqual({ done: false, reason: "not_signed" });
  });
});

describe("the link for first signatories", () => {
  it("opens the same form before the petition is public, and closes when there are enough", async () => {
    const rules = { ...presetRules("ukrainian_community"), firstSignatories: 1 };
    const { id, secondToken } = await plantPetition(community, { state: "gathering", rules });
    const at = byToken("second", secondToken);
    const shown = (await visit(sign.loader, community, at)).data as SigningView;
    expect(shown).toMatchObject({ stop: null, petition: { firstNeeded: 1 } });
    const viewer = await plantResident(community, district);
    const answer = await visit(signAccount.action, community, {
      ...byToken("second", secondToken, "/account"),
      viewer,
      fields: {},
    });
    expect(answer.location).toBe(at.path);
    expect(await signaturesOf(community, id)).toHaveLength(1);
    const after = (await visit(sign.loader, community, at)).data as SigningView;
    expect(after).toMatchObject({ stop: "not_open_yet", petition: { firstNeeded: null } });
  });

  it("S-2 is not there for a made-up link", async () => {
    const at = byToken("second", "f".repeat(40));
    expect((await visit(sign.loader, community, at)).status).toBe(404);
    expect((await visit(sign.action, community, { ...at, fields: form() })).status).toBe(404);
  });
});
