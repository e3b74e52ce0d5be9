import { describe, expect, it } from "vitest";
import { hiddenId } from "~/shared/id";
import { decodeBallot, encodeBallot } from "./ballot-code";

const [city, own, ...projects] = Array.from({ length: 8 }, hiddenId) as [string, string, ...string[]];
const rooms = [
  { envelopeId: city, marks: 5 },
  { envelopeId: own, marks: 2 },
];

describe("encodeBallot", () => {
  it("reads back what was written", () => {
    const lists = [
      { envelopeId: city, choices: projects.slice(0, 5) },
      { envelopeId: own, choices: [] },
    ];
    expect(decodeBallot(encodeBallot(lists, rooms))).toEqual(lists);
  });

  it("B-3 has one length whatever is chosen", () => {
    const lengths = [0, 1, 5].map((count) => {
      const lists = [{ envelopeId: city, choices: projects.slice(0, count) }];
      return encodeBallot(lists, rooms).length;
    });
    expect(new Set(lengths).size).toBe(1);
  });

  it("holds a full ballot exactly", () => {
    const lists = [
      { envelopeId: city, choices: projects.slice(0, 5) },
      { envelopeId: own, choices: projects.slice(0, 2) },
    ];
    expect(encodeBallot(lists, rooms)).toHaveLength(2 + 2 * 18 + 7 * 16);
    expect(decodeBallot(encodeBallot(lists, rooms))).toEqual(lists);
  });
});

describe("decodeBallot", () => {
  const good = encodeBallot([{ envelopeId: city, choices: projects.slice(0, 2) }], rooms);
  const altered = (change: (bytes: Uint8Array) => void) => {
    const bytes = good.slice();
    change(bytes);
    return bytes;
  };

  it.each([
    ["nothing", new Uint8Array()],
    ["another layout", altered((bytes) => bytes.set([2]))],
    ["more marks than bytes", altered((bytes) => bytes.set([0xff, 0xff], 18))],
    ["something behind the last list", altered((bytes) => bytes.set([1], bytes.length - 1))],
    ["a cut ballot", good.subarray(0, 40)],
  ])("refuses %s", (_, bytes) => {
    expect(decodeBallot(bytes)).toBeNull();
  });
});
