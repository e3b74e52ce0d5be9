import { describe, expect, it } from "vitest";
import { ballotAddress, differences, readBallotAddress } from "./recount";

describe("differences", () => {
  it("finds none between the same winners in another order", () => {
    expect(differences(["2", "1"], ["1", "2"])).toEqual([]);
    expect(differences([], [])).toEqual([]);
  });

  it("names first what only this count funds, in the order of selection", () => {
    expect(differences(["9", "3", "1"], ["1", "4", "5"])).toEqual([
      { project: "9", fundedBy: "count" },
      { project: "3", fundedBy: "count" },
      { project: "4", fundedBy: "announced" },
      { project: "5", fundedBy: "announced" },
    ]);
  });
});

describe("readBallotAddress", () => {
  it.each([
    ["/pb/wieliczka-2023/community/ballots.pb", { slug: "wieliczka-2023", list: "community" }],
    ["/pb/2027/north-1/ballots.pb", { slug: "2027", list: "north-1" }],
    ["/pb/2027/%D0%9F%D0%B0%D1%80%D0%BA/ballots.pb", { slug: "2027", list: "Парк" }],
    ["/pb/2027/Парк/ballots.pb", { slug: "2027", list: "Парк" }],
  ])("reads %s", (address, expected) => {
    expect(readBallotAddress(address)).toEqual(expected);
  });

  it.each([
    null,
    "",
    "https://elsewhere.example/pb/a/b/ballots.pb",
    "//elsewhere.example/pb/a/b/ballots.pb",
    "/pb/a/b/ballots.pb?at=//elsewhere.example",
    "/pb/a/b/ballots.pb#x",
    "/pb/a/b/c/ballots.pb",
    "/pb/a/../ballots.pb",
    "/pb/a/%E0/ballots.pb",
    "/pb/a\\b/c/ballots.pb",
    "/pb/A B/c/ballots.pb",
    "/other/a/b/ballots.pb",
    "/pb/a/b/ballots.pb/",
    "\n/pb/a/b/ballots.pb",
    "javascript:alert(1)",
  ])("R-19 opens no other address: %s", (address) => {
    expect(readBallotAddress(address)).toBeNull();
  });

  it("reads back what it writes", () => {
    const place = { slug: "2027", list: "Мікрорайон 5" };
    expect(readBallotAddress(ballotAddress(place))).toEqual(place);
  });
});
