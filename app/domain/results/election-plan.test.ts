import { describe, expect, it } from "vitest";
import { readPabulib } from "~/domain/tally/pabulib-reader";
import { planElection, slugOf } from "./election-plan";

const file = (meta: string, cost = "600") =>
  `META\nkey;value\nbudget;1000\nvote_type;approval\nunit;Gdańsk\ninstance;2024\n${meta}\nPROJECTS\nproject_id;cost;name\n1;${cost};Park\nVOTES\nvoter_id;vote\na;1\n`;

function plan(meta: string, cost?: string) {
  const read = readPabulib(file(meta, cost));
  if (!read.ok) throw new Error(read.problem.cause);
  return planElection(read.value, { rule: "greedy_votes", ownCurrency: "UAH", details: new Map() });
}

describe("planElection", () => {
  it("keeps days of voting and leaves a bare year or an impossible day out", () => {
    const days = (meta: string) => {
      const outcome = plan(meta);
      return outcome.done ? outcome.value.days : outcome.reason;
    };
    expect(days("date_begin;3.04.2023\ndate_end;21.04.2023")).toEqual({
      from: "2023-04-03",
      to: "2023-04-21",
    });
    expect(days("date_begin;2023\ndate_end;2023")).toBeNull();
    expect(days("date_begin;31.02.2023\ndate_end;01.03.2023")).toBeNull();
    expect(days("date_begin;21.04.2023\ndate_end;03.04.2023")).toBeNull();
  });

  it("counts money in the file's currency, else in the community's", () => {
    expect(plan("currency;JPY")).toMatchObject({ done: true, value: { currency: "JPY", budget: 1000 } });
    expect(plan("edition;1")).toMatchObject({ done: true, value: { currency: "UAH", budget: 100_000 } });
    expect(plan("currency;JPY", "600.5")).toMatchObject({ done: false, reason: "amount_too_fine" });
  });

  it("names the round by place, year and part", () => {
    expect(plan("subunit;Ołowianka")).toMatchObject({
      done: true,
      value: { title: "Gdańsk 2024, Ołowianka", slug: "gdansk-2024-olowianka" },
    });
  });
});

it.each([
  ["Wieliczka 2023, Green Budget", "wieliczka-2023-green-budget"],
  ["Saint-Martin du Touch / Purpan", "saint-martin-du-touch-purpan"],
  ["Вільшана", "election"],
  ["x".repeat(90), "x".repeat(60)],
])("makes an address of %j", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});
