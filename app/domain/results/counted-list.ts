import type { Election } from "~/domain/tally/election";
import { buildElection } from "~/domain/tally/election-builder";
import { readPabulib } from "~/domain/tally/pabulib-reader";
import { ballotFileText, type FileElection } from "./ballot-file";
import { type CountedBallots, countBallots } from "./counted-ballots";
import { majorUnits } from "./money-text";
import { type BallotAccess, ballotAccess } from "./result";
import { statedTies } from "./ties";

export type CountedList = { counted: CountedBallots; text: string; access: BallotAccess };

/**
 * Counts one list and writes its file, then reads the file and counts again: what is published must repeat.
 * @throws {Error} when it does not, or when a ballot names a project that is not on the list
 */
export function countList(list: FileElection): CountedList {
  const election = electionOf(list);
  const counted = countBallots(election, list.rule, list.ties);
  const outcome = new Map(counted.count.projects.map(({ id, votes, funded }) => [id, { votes, funded }]));
  const text = ballotFileText(list, outcome);
  const read = readPabulib(text);
  if (!read.ok)
    throw new Error(`The ballot file cannot be read: ${read.problem.cause}, line ${read.problem.line}.`);
  const ties = statedTies(read.value.meta);
  const again = ties && countBallots(read.value.election, list.rule, ties);
  if (JSON.stringify(again?.count) !== JSON.stringify(counted.count)) {
    throw new Error("The ballot file does not repeat the count.");
  }
  return { counted, text, access: ballotAccess(boxOf(election)) };
}

function electionOf({ budget, currency, projects, ballots, minimumVotes }: FileElection): Election {
  const built = buildElection({
    voteType: "approval",
    budget: majorUnits(budget, currency),
    projects: projects.map(({ code, cost, title, category }) => ({
      id: code,
      cost: majorUnits(cost, currency),
      name: title,
      categories: category ? category.split(", ") : [],
    })),
    ballots: ballots.map((choices) => ({ choices })),
    ...(minimumVotes > 0 ? { minimumVotes } : {}),
  });
  if (!built.ok)
    throw new Error(`The list cannot be counted: ${built.problem.code} ${built.problem.subject}.`);
  return built.value;
}

/** What tells whether ballots point at people: how many, the longest, and those that are like no other. */
function boxOf({ ballots, voters }: Election): { ballots: number; longest: number; unique: number } {
  let longest = 0;
  let unique = 0;
  for (let group = 0; group < ballots.count; group += 1) {
    longest = Math.max(longest, (ballots.start[group + 1] ?? 0) - (ballots.start[group] ?? 0));
    if (ballots.weight[group] === 1) unique += 1;
  }
  return { ballots: voters, longest, unique };
}
