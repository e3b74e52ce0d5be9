import { describe, expect, it } from "vitest";
import { readPlaces } from "./place-file";

const codes = new Set(["01", "02"]);
const header = "district,kind,name,valid_until,current_name\n";
const problems = (text: string) => readPlaces(text, codes).problems.map(({ line, reason }) => [line, reason]);

describe("readPlaces", () => {
  it("reads streets, villages, former names and their dates", () => {
    const { rows } = readPlaces(
      `${header}01,street,вул. Соборна,,\n01,street,вул. Леніна,2016-05-19,вул. Соборна\n\n02, Village ,"с. Вільшанка",,\n`,
      codes,
    );
    expect(rows).toEqual([
      {
        district: "01",
        kind: "street",
        name: "вул. Соборна",
        foldedName: "соборна вул",
        validUntil: null,
        currentName: null,
      },
      {
        district: "01",
        kind: "street",
        name: "вул. Леніна",
        foldedName: "леніна вул",
        validUntil: "2016-05-19",
        currentName: "вул. Соборна",
      },
      {
        district: "02",
        kind: "village",
        name: "с. Вільшанка",
        foldedName: "вільшанка с",
        validUntil: null,
        currentName: null,
      },
    ]);
  });

  it.each([
    ["semicolons, a byte order mark and CRLF", "\uFEFFdistrict;kind;name\r\n01;street;вул. Садова\r\n"],
    ["tabs", "district\tkind\tname\n01\tstreet\tвул. Садова"],
    ["columns in another order", "name,district,kind,note\nвул. Садова,01,street,new"],
  ])("takes %s", (_what, text) => {
    expect(readPlaces(text, codes).rows.map(({ name }) => name)).toEqual(["вул. Садова"]);
  });

  it.each([
    ["", [[1, "no_rows"]]],
    [header, [[1, "no_rows"]]],
    ["district,name\n01,вул. Садова", [[1, "no_columns"]]],
    [`${header}01,street,"вул. Садова`, [[2, "not_csv"]]],
    [`${header}03,street,вул. Садова`, [[2, "unknown_district"]]],
    [`${header}01,road,вул. Садова`, [[2, "bad_kind"]]],
    [`${header}01,street,`, [[2, "bad_name"]]],
    [`${header}01,street,вул.\u202e Садова`, [[2, "bad_name"]]],
    [`${header}01,street,вул. Садова,19.05.2016,`, [[2, "bad_date"]]],
    [`${header}01,street,вул. Садова,2016-13,`, [[2, "bad_date"]]],
    [`${header}01,street,вул. Садова,2015-02-29,`, [[2, "bad_date"]]],
    [`${header}01,street,вул. Садова\n01,street,вул. Cадова`, [[3, "duplicate"]]],
    [`${header}01,street,вул. Леніна,2016,вул. Соборна`, [[2, "unknown_current"]]],
    [`${header}01,street,А,,Б\n01,street,Б,,В\n01,street,В,,`, [[2, "unknown_current"]]],
  ])("names what is wrong in %j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("names every bad line at once, in their order", () => {
    const text = `${header}01,street,А,,\n03,road,Б,,\n01,street,В,ніколи,\n01,street,a,,`;
    expect(problems(text)).toEqual([
      [3, "unknown_district"],
      [3, "bad_kind"],
      [4, "bad_date"],
      [5, "duplicate"],
    ]);
  });

  it("F-24 NUL, lone surrogate, zero-width joiner and a word of a megabyte are refused by line, an emoji is kept", () => {
    for (const name of ["Са\0дова", "Са\ud800дова", "Са\u200dдова"]) {
      expect(problems(`${header}01,street,${name}`)).toEqual([[2, "bad_name"]]);
    }
    expect(problems(`${header}01,street,${"я".repeat(1_000_000)}`)).toEqual([[2, "not_csv"]]);
    expect(readPlaces(`${header}01,street,Садова 🌳`, codes).rows[0]?.name).toBe("Садова 🌳");
  });
});
