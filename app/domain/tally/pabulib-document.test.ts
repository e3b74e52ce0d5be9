import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PabulibDocument } from "./pabulib-document";
import { readPabulib } from "./pabulib-reader";
import { splitFields, splitRawFields } from "./pabulib-records";
import { quoteField, writePabulib } from "./pabulib-writer";

const FOLDER = "test/reference/elections/";
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".pb.gz"));

function open(text: string): PabulibDocument {
  const read = PabulibDocument.read(text);
  if (!read.ok) throw new Error(`${read.problem.cause} in line ${read.problem.line}`);
  return read.value;
}

const SMALL =
  '\uFEFFMETA\r\nkey;value\r\nbudget;100\nvote_type;approval\r\nodd;a "b" c\r\nPROJECTS\r\nproject_id;cost;name\r\n1;30;"Park; big"\r\n2;70;Road\r\nVOTES\r\nvoter_id;vote\r\na;1,2\r\nb;2';

describe("a .pb document", () => {
  it.each(files)("is written back byte for byte: %s", (name) => {
    const text = gunzipSync(readFileSync(FOLDER + name)).toString("utf8");
    expect(open(text).write()).toBe(text);
  });

  it("keeps mark, mixed line ends, quotes, unknown keys and the missing last line end", () => {
    expect(open(SMALL).write()).toBe(SMALL);
  });

  it("changes one value and leaves every other byte", () => {
    const document = open(SMALL);
    document.setMeta("budget", "200");
    expect(document.write()).toBe(SMALL.replace("budget;100", "budget;200"));
    expect(document.meta("budget")).toBe("200");
    expect(document.meta("odd")).toBe('a "b" c');
  });

  it("adds a key at the end of its section, and a column at the end of its rows", () => {
    const document = open(SMALL);
    document.setMeta("rule_id", "mes_cost");
    const set = document.setProjectColumn("selected", (id) => (id === "2" ? "1" : "0"));
    expect(set.ok).toBe(true);
    expect(document.write()).toBe(
      SMALL.replace('a "b" c\r\n', 'a "b" c\r\nrule_id;mes_cost\r\n')
        .replace("cost;name", "cost;name;selected")
        .replace('big"', 'big";0')
        .replace("Road", "Road;1"),
    );
    expect(document.column("PROJECTS", "selected")).toEqual(
      new Map([
        ["1", "0"],
        ["2", "1"],
      ]),
    );
    const read = readPabulib(document.write());
    expect(read.ok && read.value.officialWinners).toEqual(["2"]);
  });

  it("fills a column that is there without touching its neighbours", () => {
    const document = open(SMALL);
    document.setProjectColumn("cost", (id) => (id === "1" ? "31" : "70"));
    expect(document.write()).toBe(SMALL.replace("1;30", "1;31"));
  });

  it("refuses a file without its sections", () => {
    expect(PabulibDocument.read("META\nkey;value\n")).toMatchObject({
      problem: { cause: "section-missing", column: "PROJECTS" },
    });
    expect(PabulibDocument.read("META\nMETA\n")).toMatchObject({ problem: { cause: "section-twice" } });
  });
});

describe("writing fields", () => {
  it("any text comes back as it was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("a", '"', ";", ",", " ", "\n", "ї") }), {
          minLength: 1,
          maxLength: 6,
        }),
        (fields) => {
          const record = fields.map(quoteField).join(";");
          expect(splitFields(record)).toEqual(fields);
          expect(splitRawFields(record).join(";")).toBe(record);
        },
      ),
    );
  });

  it("a new file reads back", () => {
    const text = writePabulib({
      meta: [
        ["description", 'The "big"; one'],
        ["budget", "10.50"],
        ["vote_type", "cumulative"],
      ],
      projects: { columns: ["project_id", "cost", "name"], rows: [["7", "3", "Park; and\nlake"]] },
      votes: { columns: ["voter_id", "vote", "points"], rows: [["1", "7", "2"]] },
    });
    const read = readPabulib(text);
    if (!read.ok) throw new Error(read.problem.cause);
    expect(read.value.meta.get("description")).toBe('The "big"; one');
    expect(read.value.election.projects[0]?.name).toBe("Park; and\nlake");
    expect(open(text).write()).toBe(text);
  });
});
