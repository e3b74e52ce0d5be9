import { describe, expect, it } from "vitest";
import { formatDecimal } from "~/domain/tally/decimal";
import { readPabulib } from "~/domain/tally/pabulib-reader";
import { ballotFileText, type FileElection } from "./ballot-file";
import { readProjectDetails } from "./project-details";

const election: FileElection = {
  description: "Participatory budget 2026",
  country: "Ukraine",
  unit: "Vilshana",
  subunit: "Центр",
  days: { from: "2026-11-03", to: "2026-11-17" },
  currency: "UAH",
  language: "uk",
  budget: 100_050,
  rule: "mes_cost_add1u",
  ties: "lower_cost_then_code",
  minimumVotes: 2,
  ballot: "approval",
  maxChoices: 3,
  projects: [
    {
      code: "7",
      title: 'Парк "Зелений"; черга 1',
      cost: 60_050,
      category: "parks",
      area: "",
      latitude: 50.25,
      longitude: 30.5,
    },
    {
      code: "12",
      title: "Лавки\nй дерева",
      cost: 40_000,
      category: "",
      area: "",
      latitude: null,
      longitude: null,
    },
  ],
  ballots: [["7"], ["12", "7"], ["12"]],
};

const text = ballotFileText(election, new Map([["7", { votes: 2, funded: true }]]));

describe("ballotFileText", () => {
  it("writes what the tally reads back", () => {
    const read = readPabulib(text);
    if (!read.ok) throw new Error(read.problem.cause);
    const { election: back, meta, officialWinners } = read.value;
    expect(back.projects.map(({ id, cost, name }) => [id, formatDecimal(cost, back.decimals), name])).toEqual(
      [
        ["7", "600.5", 'Парк "Зелений"; черга 1'],
        ["12", "400", "Лавки й дерева"],
      ],
    );
    expect(back).toMatchObject({ voters: 3, voteType: "approval" });
    expect(formatDecimal(back.budget, back.decimals)).toBe("1000.5");
    expect(back.minimumVotes?.units).toBe(2n);
    expect(officialWinners).toEqual(["7"]);
    expect(Object.fromEntries(meta)).toMatchObject({
      date_begin: "03.11.2026",
      date_end: "17.11.2026",
      rule: "equalshares/add1",
      rule_id: "mes_cost_add1u",
      tie_order: "lower_cost_then_code",
      num_votes: "3",
    });
  });

  it("keeps places and leaves out columns nobody fills", () => {
    expect(readProjectDetails(text).get("7")).toEqual({ area: "", latitude: 50.25, longitude: 30.5 });
    expect(text).toContain("project_id;cost;votes;name;category;latitude;longitude;selected\n");
  });

  it("writes an election without a single ballot", () => {
    const read = readPabulib(ballotFileText({ ...election, ballots: [] }, new Map()));
    expect(read.ok && read.value.election.voters).toBe(0);
  });
});
