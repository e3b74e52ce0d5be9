import { describe, expect, it } from "vitest";
import { costPicture, moneyByCategory, moneyByList } from "./pictures";
import type { ResultList, ResultProject } from "./published-result";

const row = (score: number, cost: number, funded: boolean, category = "") =>
  ({ code: `${score}/${cost}`, score, cost, funded, category }) as ResultProject;

const list = (rule: string, projects: ResultProject[], given: object = {}) =>
  ({ key: "community", rule, projects, amount: 1000, count: { endowment: "30/4" }, ...given }) as ResultList;

const clear = [9, 8, 7]
  .map((score) => row(score, 100, true))
  .concat([3, 2, 1].map((score) => row(score, 100, false)));

describe("costPicture", () => {
  it("finds the cheap winner and the popular loser", () => {
    const projects = [...clear, row(2, 50, true), row(20, 500, false)];
    const picture = costPicture(list("mes_cost_add1u", projects));
    expect(picture?.finding).toMatchObject({ kind: "popular-lost", won: { score: 2 }, lost: { score: 20 } });
    expect(picture?.line).toEqual({ kind: "shares", perVote: 7.5 });
  });

  it("says that the most votes won, and where the line lies", () => {
    expect(costPicture(list("greedy_votes", clear))).toEqual({
      finding: { kind: "most-votes-won" },
      line: { kind: "level", votes: 3 },
    });
  });

  it("says that all or none won", () => {
    const all = clear.map((project) => ({ ...project, funded: true }));
    expect(costPicture(list("greedy_votes", all))).toEqual({ finding: { kind: "all-won" }, line: null });
    const none = clear.map((project) => ({ ...project, funded: false }));
    expect(costPicture(list("greedy_votes", none))?.finding).toEqual({ kind: "none-won" });
  });

  it("draws nothing for a handful", () => {
    expect(costPicture(list("greedy_votes", clear.slice(0, 5)))).toBeNull();
  });
});

describe("money", () => {
  it("goes by list where there are several", () => {
    const lists = [list("greedy_votes", clear), list("greedy_votes", clear, { key: "D1", amount: 400 })];
    expect(moneyByList(lists)?.map(({ group }) => group)).toEqual([
      { name: "community", spent: 300, budget: 1000, funded: 3 },
      { name: "D1", spent: 300, budget: 400, funded: 3 },
    ]);
    expect(moneyByList(lists.slice(0, 1))).toBeNull();
  });

  it("counts a project of several categories in each", () => {
    const projects = [
      row(5, 100, true, "sport, parks"),
      row(4, 50, true, "sport"),
      row(3, 70, false, "roads"),
    ];
    expect(moneyByCategory([list("greedy_votes", projects)])).toEqual([
      { name: "sport", spent: 150, budget: 0, funded: 2 },
      { name: "parks", spent: 100, budget: 0, funded: 1 },
      { name: "roads", spent: 0, budget: 0, funded: 0 },
    ]);
    expect(moneyByCategory([list("greedy_votes", clear)])).toBeNull();
  });
});
