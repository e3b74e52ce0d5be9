import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { presetRules } from "~/domain/petitions/rule-presets";
import { database } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { petitionAnswer, petitionEvent } from "~db/schema/petitions";
import { countAll, plantPetition, plantSignatures } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { visit } from "../../../test/harness/route";
import { loader as answersFeed } from "./answers-feed";
import { loader as count } from "./count-file";
import { loader as embed } from "./embed";
import { loader as list } from "./list";
import { loader as listFeed } from "./list-feed";
import { loader as listFile } from "./list-file";
import { loader as page } from "./petition";
import { loader as feed } from "./petition-feed";
import { loader as record } from "./petition-file";
import { loader as poster } from "./poster";
import { loader as sheet } from "./sheet";
import { loader as short } from "./short";
import { loader as signers } from "./signers";

type Loader = Parameters<typeof visit>[0];
/** Everything there is beside the page of one petition. */
const side: [name: string, loader: Loader, path: string][] = [
  ["count.json", count, "/petitions/N/count.json"],
  ["data.json", record, "/petitions/N/data.json"],
  ["its Atom feed", feed, "/petitions/N/feed.atom"],
  ["its JSON feed", feed, "/petitions/N/feed.json"],
  ["the embedded page", embed, "/uk/petitions/N/embed"],
  ["the poster", poster, "/uk/petitions/N/poster"],
  ["the sheet", sheet, "/uk/petitions/N/sheet"],
  ["the names", signers, "/uk/petitions/N/signers"],
];
const lists: [name: string, loader: Loader, path: string][] = [
  ["the list", list, "/uk/petitions?state=all"],
  ["the search", list, "/uk/petitions?q=гаразди"],
  ["the CSV", listFile, "/petitions.csv"],
  ["the JSON", listFile, "/petitions.json"],
  ["the Atom feed", listFeed, "/petitions.atom"],
  ["the JSON feed", listFeed, "/petitions.feed.json"],
  ["the feed of answers", answersFeed, "/petitions/answers.atom"],
];

let home: Community;
let other: Community;
let open: Awaited<ReturnType<typeof plantPetition>>;
beforeAll(async () => {
  home = await plantCommunity("petition-pages");
  other = await plantCommunity("petition-pages-elsewhere");
  open = await plantPetition(home, { title: "Освітити сходи", authorEmail: "secret@example.org" });
  const north = await plantDistrict(home);
  await plantSignatures(home, open.id, 5, { districtId: north });
  await plantSignatures(home, open.id, 2, { channel: "paper", name: "Паперовий Підписант" });
  await countAll(home);
});

const ask = (loader: Loader, path: string, number = open.number, community = home) =>
  visit(loader, community, {
    path: path.replace("N", String(number)),
    params: { locale: "uk", number: String(number) },
  });
async function textOf({ response, data }: Awaited<ReturnType<typeof visit>>): Promise<string> {
  return response ? await response.text() : JSON.stringify(data);
}

async function hideFor(petitionId: string): Promise<void> {
  await database()
    .insert(petitionEvent)
    .values({
      ...{ communityId: home.id, id: newId(), petitionId, step: "hide", state: "open" },
      ...{ ground: "insult" },
    });
}

async function answer(petitionId: string, body: string): Promise<void> {
  await database()
    .insert(petitionAnswer)
    .values({
      ...{ communityId: home.id, petitionId, version: 1, language: "uk", signedBy: "Голова", body },
      ...{ outcome: "accepted", documents: [], madeBy: newId() },
    });
}

describe("the page of a petition", () => {
  it("S-2 S-4 holds no address, no id of a person and no name of a signer", async () => {
    const author = await plantResident(home, await plantDistrict(home));
    const { id, number } = await plantPetition(home, {
      authorId: author.id,
      authorEmail: "author@example.org",
    });
    await plantSignatures(home, id, 3, { name: "Таємна Підписантка", personId: author.id });
    await countAll(home);
    const { status, data } = await ask(page, "/uk/petitions/N", number);
    expect(status).toBe(200);
    for (const secret of ["author@example.org", author.id, "Таємна", id])
      expect(JSON.stringify(data)).not.toContain(secret);
  });

  it("SC-7 F-34 is the same for everybody and may be kept; 404 may not", async () => {
    for (const [, loader, path] of [["page", page, "/uk/petitions/N"] as const, ...side, ...lists]) {
      const { headers } = await ask(loader, path);
      expect(headers.get("Cache-Control")).toMatch(/^public, max-age=[1-9]/);
      expect(headers.get("Set-Cookie")).toBeNull();
    }
    const viewer = await plantResident(home, await plantDistrict(home));
    const params = { locale: "uk", number: String(open.number) };
    const path = `/uk/petitions/${open.number}`;
    const seen = [
      await visit(page, home, { path, params, viewer }),
      await visit(page, home, { path, params }),
    ];
    const shown = seen.map(({ data }) => ({ ...(data as object), now: null, countedAt: null }));
    expect(shown[0]).toEqual(shown[1]);
    const missing = await ask(page, "/uk/petitions/N", 99_999);
    expect(missing.headers.get("Cache-Control") ?? "").not.toContain("public");
  });

  it("counts by district and by channel that add up to the published total", async () => {
    const { data } = await ask(page, "/uk/petitions/N");
    const { progress, districts, withoutDistrict, channels } = data as {
      progress: { signatures: number; left: number };
      districts: { signatures: number }[];
      withoutDistrict: number;
      channels: { signatures: number }[];
    };
    const sum = (rows: { signatures: number }[]) => rows.reduce((all, { signatures }) => all + signatures, 0);
    expect(progress).toMatchObject({ signatures: 7, left: 143 });
    expect(sum(districts) + withoutDistrict).toBe(7);
    expect(sum(channels)).toBe(7);
  });

  it("puts the ground of a refusal and its words on the page", async () => {
    const { id, number } = await plantPetition(home, { state: "refused" });
    await database()
      .insert(petitionEvent)
      .values({
        ...{ communityId: home.id, id: newId(), petitionId: id, step: "refuse", state: "refused" },
        ...{ ground: "court_case", note: "Справу розглядає суд." },
      });
    expect((await ask(page, "/uk/petitions/N", number)).data).toMatchObject({
      refusal: { ground: "court_case", note: "Справу розглядає суд." },
    });
  });
});

describe("what is not public yet", () => {
  it.each(["gathering", "moderation", "returned", "withdrawn"] as const)(
    "S-7 nothing tells of a petition in %s",
    async (state) => {
      const { number } = await plantPetition(home, { state, title: "Гаразди для всіх" });
      for (const [, loader, path] of [["page", page, "/uk/petitions/N"] as const, ...side])
        expect((await ask(loader, path, number)).status).toBe(404);
      for (const [, loader, path] of lists)
        expect(await textOf(await ask(loader, path))).not.toContain("Гаразди");
    },
  );
});

describe("a hidden petition", () => {
  it("S-7 shows its number and the ground, and nothing of it stands anywhere else", async () => {
    const { id, number } = await plantPetition(home, {
      title: "Гаразди й образи",
      demand: "Лайливі гаразди",
      hiddenAt: new Date(),
    });
    await answer(id, "Відповідь про гаразди");
    await plantSignatures(home, id, 2);
    await hideFor(id);
    expect((await ask(page, "/uk/petitions/N", number)).data).toEqual({
      kind: "hidden",
      number,
      ground: "insult",
    });
    for (const [, loader, path] of side) expect((await ask(loader, path, number)).status).toBe(404);
    for (const [, loader, path] of lists)
      expect(await textOf(await ask(loader, path))).not.toMatch(/гаразди(?!")/i);
  });
});

describe("another community", () => {
  it("S-5 finds nothing of this one under its numbers", async () => {
    for (const [, loader, path] of [["page", page, "/uk/petitions/N"] as const, ...side])
      expect((await ask(loader, path, open.number, other)).status).toBe(404);
    for (const [, loader, path] of lists)
      expect(await textOf(await ask(loader, path, open.number, other))).not.toContain("Освітити");
  });
});

describe("count.json", () => {
  it("SC-7 is fresh for one interval of the count, and then stale for a while at most", async () => {
    const { headers, response } = await ask(count, "/petitions/N/count.json");
    expect(headers.get("Cache-Control")).toBe(
      "public, max-age=1, stale-while-revalidate=2, stale-if-error=5",
    );
    expect(await response?.json()).toMatchObject({ signatures: 7, goal: 150, left: 143, isOpen: true });
  });

  it("S-51 other sites may read figures and feeds, without credentials, and no page", async () => {
    for (const [name, loader, path] of [...side, ...lists]) {
      const { headers, response } = await ask(loader, path);
      const isFile = response !== null && !name.includes("CSV");
      expect([name, headers.get("Access-Control-Allow-Origin")]).toEqual([name, isFile ? "*" : null]);
      expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
    }
  });
});

describe("the embedded page", () => {
  it("S-48 may be framed by others, loads nothing foreign and sends no form", async () => {
    const policy = (await ask(embed, "/uk/petitions/N/embed")).headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toContain("unsafe");
    expect((await ask(page, "/uk/petitions/N")).headers.get("Content-Security-Policy")).toBeNull();
  });
});

describe("the files of the list", () => {
  it("S-36 R-14 disarm titles that a spreadsheet would run", async () => {
    await plantPetition(home, { title: '=HYPERLINK("http://evil.example")' });
    const text = await textOf(await ask(listFile, "/petitions.csv"));
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  it("hold what the list is narrowed to and say where the next page is", async () => {
    const { response } = await ask(listFile, "/petitions.json?state=refused");
    const { petitions } = (await response?.json()) ?? {};
    expect(petitions).toEqual([expect.objectContaining({ state: "refused" })]);
    expect(response?.headers.get("Link")).toBeNull();
  });
});

describe("feeds", () => {
  it("tell of petitions as they open and of answers", async () => {
    const { id, number } = await plantPetition(home, { title: "Міст & <сходи>" });
    await answer(id, "Погоджуємося.");
    const opened = await textOf(await ask(listFeed, "/petitions.atom"));
    expect(opened).toContain("<title>Міст &amp; &lt;сходи&gt;</title>");
    const { items } = JSON.parse(await textOf(await ask(answersFeed, "/petitions/answers.feed.json")));
    expect(items[0]).toMatchObject({
      id: `http://localhost:3000/p/${number}#answer-1`,
      content_text: "Погоджуємося.",
    });
  });
});

describe("names of signers", () => {
  const names = async (number: number) =>
    (await ask(signers, "/uk/petitions/N/signers", number)).data as { rows: { name: string }[] };

  it("A-9 are shown only where the rules say so, each once, without those that do not count", async () => {
    const { id, number } = await plantPetition(home, {
      rules: { ...presetRules("ukrainian_community"), names: "choice" },
    });
    await plantSignatures(home, id, 1, { name: "Показана", showName: true });
    await plantSignatures(home, id, 1, { name: "Прихована", showName: false });
    await plantSignatures(home, id, 1, { name: "Відкликана", showName: true });
    await database().execute(sql`
      insert into signature_annulment (community_id, petition_id, signer_key, number, cause)
      select s.community_id, s.petition_id, s.signer_key, 1, 'signer' from signature s
      where s.community_id = ${home.id}::uuid and s.petition_id = ${id}::uuid and s.name = 'Відкликана'`);
    expect((await names(number)).rows.map(({ name }) => name)).toEqual(["Показана"]);
  });

  it("A-9 are not shown where the rules hide them, nor once they are wiped, nor to search engines", async () => {
    const hidden = await plantPetition(home, { rules: presetRules("parliament") });
    const wiped = await plantPetition(home, { state: "closed", wipedAt: new Date() });
    for (const { id, number } of [hidden, wiped]) {
      if (number === hidden.number) await plantSignatures(home, id, 2);
      expect((await names(number)).rows).toEqual([]);
    }
    expect((await ask(signers, "/uk/petitions/N/signers")).headers.get("X-Robots-Tag")).toBe("noindex");
    expect((await ask(signers, "/uk/petitions/N/signers?page=101")).status).toBe(404);
  });
});

describe("the short address", () => {
  it("leads to the page in the language of the browser and is never kept", async () => {
    const { location, headers } = await visit(short, home, {
      path: `/p/${open.number}`,
      params: { number: String(open.number) },
      headers: { "Accept-Language": "ru" },
    });
    expect(location).toMatch(new RegExp(`^/(ru|uk)/petitions/${open.number}$`));
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect((await visit(short, home, { path: "/p/0", params: { number: "0" } })).status).toBe(404);
  });
});
