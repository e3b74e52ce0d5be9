import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PabulibReader, readPabulib } from "./pabulib-reader";
import { DEFAULT_LIMITS } from "./pabulib-records";

const file = (parts: Partial<Record<"meta" | "projects" | "votes", string>> = {}) =>
  `META\nkey;value\n${parts.meta ?? "budget;100\nvote_type;approval"}\nPROJECTS\n${parts.projects ?? "project_id;cost;name\n1;30;Park\n2;70;Road"}\nVOTES\n${parts.votes ?? "voter_id;vote\na;1,2\nb;2\nc;"}\n`;

function problem(text: string) {
  const read = readPabulib(text);
  return read.ok ? null : read.problem;
}

describe("reading a .pb file", () => {
  it("reads projects, ballots, empty ballots, official winners and what the file says of itself", () => {
    const read = readPabulib(file({ projects: "project_id;cost;selected\n1;30.50;1\n2;70;0" }));
    if (!read.ok) throw new Error(read.problem.cause);
    const { election, officialWinners, meta } = read.value;
    expect(election.voters).toBe(3);
    expect(election.decimals).toBe(1);
    expect(election.projects.map(({ id, cost }) => [id, cost])).toEqual([
      ["1", 305n],
      ["2", 700n],
    ]);
    expect(officialWinners).toEqual(["1"]);
    expect(meta.get("vote_type")).toBe("approval");
  });

  it("takes any line ends, a byte order mark, quotes, blank lines, columns in any order and no last line end", () => {
    const odd =
      '\uFEFFMETA\r\nkey;value\r\nbudget;100\nvote_type;approval\r\n\r\nPROJECTS\r\nname;cost;project_id\r\n"Park; ""big"" and\nround";30;1\r\nThe 5" pipe;70;2\r\nVOTES\r\nvote;voter_id\r\n"1,2";a';
    const read = readPabulib(odd);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.election.projects.map(({ name }) => name)).toEqual([
      'Park; "big" and\nround',
      'The 5" pipe',
    ]);
    expect(read.value.election.ballots.count).toBe(1);
  });

  it.each([
    ["a negative cost", file({ projects: "project_id;cost\n1;-5" }), "cost-negative", 7, "cost"],
    ["a cost in words", file({ projects: "project_id;cost\n1;5,000" }), "cost-not-a-number", 7, "cost"],
    ["an id twice", file({ projects: "project_id;cost\n1;5\n1;6" }), "project-id-twice", 8, "project_id"],
    ["a missing column", file({ projects: "project_id;name\n1;Park" }), "column-missing", 6, "cost"],
    ["a vote for nobody", file({ votes: "voter_id;vote\na;1\nb;9" }), "choice-unknown", 12, "vote"],
    [
      "a budget in words",
      file({ meta: "budget;much\nvote_type;approval" }),
      "budget-not-a-number",
      3,
      "budget",
    ],
    [
      "an unknown kind of ballot",
      file({ meta: "budget;5\nvote_type;veto" }),
      "vote-type-unknown",
      4,
      "vote_type",
    ],
    ["a key twice", file({ meta: "budget;5\nbudget;6\nvote_type;approval" }), "key-twice", 4, "budget"],
    ["no budget", file({ meta: "vote_type;approval" }), "key-missing", 1, "budget"],
    [
      "points that do not match",
      file({ meta: "budget;5\nvote_type;cumulative", votes: "voter_id;vote;points\na;1,2;3" }),
      "points-do-not-match-votes",
      11,
      "points",
    ],
    [
      "negative points",
      file({ meta: "budget;5\nvote_type;cumulative", votes: "voter_id;vote;points\na;1;-3" }),
      "points-negative",
      11,
      "points",
    ],
    [
      "two choices where one is allowed",
      file({ meta: "budget;5\nvote_type;choose-1" }),
      "more-than-one-choice",
      11,
      "vote",
    ],
    ["a section out of order", "META\nkey;value\nVOTES\nvoter_id;vote\n", "section-out-of-order", 3, "VOTES"],
    [
      "no votes section",
      "META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\n",
      "section-missing",
      7,
      "VOTES",
    ],
    ["something else altogether", "hello world\n", "text-before-first-section", 1, ""],
    ["nothing", "", "section-missing", 1, "META"],
    ["a zero character", file({ projects: "project_id;cost;name\n1;5;a\0b" }), "nul-character", 7, ""],
  ])("names line, column and cause of %s", (_name, text, cause, line, column) => {
    expect(problem(text)).toMatchObject({ cause, line, column });
  });

  it("warns of what does not change the count", () => {
    const read = readPabulib(
      file({ meta: "budget;100\nvote_type;approval\nnum_votes;7", votes: "voter_id;vote\na;1,1\na;2" }),
    );
    expect(read.ok && read.value.warnings.map(({ kind }) => kind).sort()).toEqual([
      "count-differs-from-meta",
      "project-twice-on-ballot",
      "voter-twice",
    ]);
  });

  it("reads the conditions that this library writes", () => {
    const meta = "budget;100\nvote_type;approval\nenvelopes;parks:60,roads:40\nminimum_votes;2";
    const read = readPabulib(
      file({
        meta,
        projects: "project_id;cost;requires;exclusive_group;envelopes\n1;30;;x;parks\n2;40;1;x;roads,parks",
      }),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const [, second] = read.value.election.projects;
    expect(second).toMatchObject({ requires: [0], exclusiveGroups: [0], envelopes: [1, 0] });
    expect(read.value.election.minimumVotes?.units).toBe(2n);
  });
});

describe("hostile files", { timeout: 60_000 }, () => {
  it("stops at a quote that is never closed, within bounded memory and time", () => {
    const reader = new PabulibReader();
    reader.push('META\nkey;value\nname;"open\n');
    const junk = "a;b\n".repeat(16_384);
    let pushed = 0;
    while (!reader.failed && pushed < 500) {
      reader.push(junk);
      pushed += 1;
    }
    const read = reader.finish();
    expect(read.ok ? null : read.problem).toMatchObject({ cause: "quote-never-closed", line: 3 });
    expect(pushed * junk.length).toBeLessThan(2 * DEFAULT_LIMITS.recordLength + junk.length);
  });

  it("stops at a line without end and at a file beyond the limit", () => {
    const reader = new PabulibReader({ recordLength: 1_000, fileLength: 5_000 });
    reader.push("x".repeat(1_001));
    expect(reader.failed).toBe(true);
    expect(
      readPabulib("META\nkey;value\n".repeat(1_000), { recordLength: 1_000, fileLength: 5_000 }),
    ).toMatchObject({ problem: { cause: "file-too-large" } });
  });

  it("refuses bytes that are no UTF-8, and a line of zeros where money should be, at once", () => {
    const reader = new PabulibReader();
    reader.pushBytes(Uint8Array.of(77, 69, 84, 65, 10, 0xff, 0xfe));
    expect(reader.finish()).toMatchObject({ problem: { cause: "not-utf-8" } });
    const zeros = file({ projects: `project_id;cost\n1;0.${"0".repeat(900_000)}1` });
    expect(problem(zeros)?.cause).toBe("cost-not-a-number");
  });

  it("reads a million short ballots in pieces without keeping them", () => {
    const reader = new PabulibReader();
    reader.push(file({ votes: "voter_id;vote" }));
    for (let piece = 0; piece < 100; piece++) {
      reader.push(
        Array.from({ length: 10_000 }, (_, row) => `${piece * 10_000 + row};${1 + (row % 2)}\n`).join(""),
      );
    }
    const read = reader.finish();
    expect(read.ok && [read.value.election.voters, read.value.election.ballots.count]).toEqual([
      1_000_000, 2,
    ]);
  }, 60_000);

  it("never throws, and does not care how the text is cut", () => {
    const alphabet = fc.constantFrom(
      "META",
      "PROJECTS",
      "VOTES",
      "key;value",
      "budget;9",
      "vote_type;ordinal",
      "project_id;cost",
      "voter_id;vote",
      "1;2",
      '"',
      ";",
      "\n",
      "\r\n",
      ",",
      "1",
      "\0",
      "é",
      "ї",
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 40 }), fc.nat(60), (words, cut) => {
        const text = words.join("");
        const whole = readPabulib(text);
        const reader = new PabulibReader();
        const bytes = new TextEncoder().encode(text);
        reader.pushBytes(bytes.subarray(0, cut));
        reader.pushBytes(bytes.subarray(cut));
        expect(reader.finish().ok).toBe(whole.ok);
      }),
      { numRuns: 1_000 },
    );
  });
});
