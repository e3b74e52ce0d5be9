import { describe, expect, it } from "vitest";
import { PabulibReader } from "./pabulib-reader";

const HEAD = "META\nkey;value\nbudget;100\nvote_type;approval\n";
const PROJECTS = `${HEAD}PROJECTS\nproject_id;cost;name\na;30;Park\nb;70;Road\n`;
const VOTES = `${PROJECTS}VOTES\nvoter_id;vote\n`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(...pieces: (string | Uint8Array)[]) {
  const reader = new PabulibReader();
  for (const piece of pieces) reader.pushBytes(typeof piece === "string" ? bytesOf(piece) : piece);
  return reader.finish();
}

function problem(...pieces: (string | Uint8Array)[]) {
  const finished = read(...pieces);
  return finished.ok ? null : finished.problem;
}

/** Pushes `start`, then rows without end, until the reader has had enough or `most` characters are sent. */
function flood(start: string, row: (index: number) => string, most: number) {
  const reader = new PabulibReader();
  reader.push(start);
  let sent = start.length;
  for (let index = 0; !reader.failed && sent < most; ) {
    const piece = Array.from({ length: 5_000 }, () => row(index++)).join("");
    reader.push(piece);
    sent += piece.length;
  }
  return { sent, finished: reader.finish() };
}

const MEGA = 1_000_000;

describe("a hostile .pb file is refused where it goes wrong", () => {
  it.each([
    ["an id twice", `${PROJECTS}a;5;Again\n`, "project-id-twice", 9, "project_id"],
    ["a negative cost", `${HEAD}PROJECTS\nproject_id;cost\na;-1\n`, "cost-negative", 7, "cost"],
    ["a quote never closed", `${VOTES}1;a\n2;"a\n3;b\n`, "quote-never-closed", 12, ""],
    ["NUL among the votes", `${VOTES}1;a\n2;\0a\n`, "nul-character", 12, ""],
    ["NUL inside quotes", `${VOTES}1;"a\n\0"\n`, "nul-character", 12, ""],
    ["a fault before a NUL", `${VOTES}1;zoo\n2;\0a\n`, "choice-unknown", 11, "vote"],
    ["CR alone ending every row", VOTES.replaceAll("\n", "\r"), "lone-carriage-return", 1, ""],
    ["CR alone between two projects", `${PROJECTS}c;1;Bench\rd;1;Lamp\n`, "lone-carriage-return", 9, ""],
    ["a megabyte that CR alone ends", `META\r${"k;v\r".repeat(300_000)}`, "lone-carriage-return", 1, ""],
    ["a row without end", `${VOTES}${"x".repeat(1_100_000)}`, "record-too-long", 11, ""],
  ])("%s", (_name, text, cause, line, column) => {
    expect(problem(text)).toMatchObject({ cause, line, column });
  });

  it("UTF-16, with and without its mark", () => {
    const units = Uint8Array.from([...VOTES].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(problem(Uint8Array.of(0xff, 0xfe), units)).toMatchObject({ cause: "not-utf-8", line: 1 });
    expect(problem(units)).toMatchObject({ cause: "nul-character", line: 1 });
  });

  it("another alphabet of one byte a letter, by the row in which it stands", () => {
    const latin = Uint8Array.of(0x31, 0x3b, 0xf3, 0x0a);
    expect(problem(VOTES, "1;a\n2;b\n", latin)).toMatchObject({ cause: "not-utf-8", line: 13 });
    expect(problem(VOTES.replace("Park", "Парк"), Uint8Array.of(0xd0))).toMatchObject({
      cause: "not-utf-8",
      line: 11,
    });
  });

  it("whatever the pieces are cut into, letters of several bytes included", () => {
    const bytes = bytesOf(`\uFEFF${VOTES.replace("Park", "Сквер «Ї» 🌳")}1;a\n`);
    const whole = read(bytes);
    const single = read(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(whole.ok && whole.value.election.projects[0]?.name).toBe("Сквер «Ї» 🌳");
    expect(single).toEqual(whole);
  });
});

describe("a huge .pb file takes bounded memory", { timeout: 60_000 }, () => {
  it("is refused at too many keys and too many projects, long before its end", () => {
    const keys = flood("META\nkey;value\n", (index) => `k${index};\n`, 10 * MEGA);
    expect(keys.finished).toMatchObject({ problem: { cause: "too-many-keys", line: 10_003 } });
    const projects = flood(`${HEAD}PROJECTS\nproject_id;cost\n`, (index) => `p${index};1\n`, 10 * MEGA);
    expect(projects.finished).toMatchObject({ problem: { cause: "too-many-projects", line: 50_007 } });
    expect(keys.sent + projects.sent).toBeLessThan(MEGA);
  });

  it("is refused at 268 million characters, whatever it says", () => {
    const row = `${" ".repeat(500_000)}\n`;
    const reader = new PabulibReader();
    reader.push(VOTES);
    let sent = 0;
    while (!reader.failed && sent < 300 * MEGA) {
      reader.push(row);
      sent += row.length;
    }
    expect(reader.finish()).toMatchObject({ problem: { cause: "file-too-large" } });
    expect(sent).toBeLessThan(2 ** 28 + 2 * row.length);
  });

  it("is read with a million voters in little more memory than it needs to notice them twice", () => {
    const before = process.memoryUsage();
    const { finished } = flood(VOTES, (index) => `${index};${index % 3 ? "a" : "a,b"}\n`, 11 * MEGA);
    const after = process.memoryUsage();
    expect(finished.ok && finished.value.election.ballots.count).toBe(2);
    expect(finished.ok && finished.value.election.voters).toBeGreaterThan(1_000_000);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(64 * 2 ** 20);
  });
});
