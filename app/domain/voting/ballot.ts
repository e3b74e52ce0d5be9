import { done, type Outcome, refused } from "~/shared/outcome";

export type BallotRules = {
  /** `approval`: up to `maxChoices` projects on each list. `knapsack`: any projects that fit the sum together. */
  ballot: "approval" | "knapsack";
  maxChoices: number;
};

export type BallotProject = {
  id: string;
  code: string;
  title: string;
  /** Text of the author, shown in full only on request. */
  summary: string;
  language: string;
  /** Minor units. */
  cost: number;
  area: string;
  initiativeNumber: number | null;
};

/** The projects that compete for one envelope; no district means the whole community. */
export type BallotList = {
  envelopeId: string;
  districtId: string | null;
  /** Minor units. */
  amount: number;
  projects: BallotProject[];
};

/** What is chosen on one list so far, and the limit it goes over. */
export type ListState = {
  envelopeId: string;
  chosen: string[];
  cost: number;
  over: "too_many" | "too_expensive" | null;
};

export type ChosenList = { envelopeId: string; choices: string[] };

export type ChoiceRefusal = "nothing_chosen" | "too_many" | "too_expensive" | "unknown_project";

export function listState(rules: BallotRules, list: BallotList, choices: ReadonlySet<string>): ListState {
  const projects = list.projects.filter(({ id }) => choices.has(id));
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  return {
    envelopeId: list.envelopeId,
    chosen: projects.map(({ id }) => id),
    cost,
    over: excess(rules, list, projects.length, cost),
  };
}

function excess(rules: BallotRules, list: BallotList, count: number, cost: number): ListState["over"] {
  if (rules.ballot === "approval") return count > rules.maxChoices ? "too_many" : null;
  return cost > list.amount ? "too_expensive" : null;
}

/**
 * Going over a limit is allowed while choosing and refused on sending. A list may stay empty, a ballot may not.
 * `details.envelopeId` names the list that is over. The choices come back list by list in the order of the list, each once.
 */
export function checkChoices(
  rules: BallotRules,
  lists: readonly BallotList[],
  choices: readonly string[],
): Outcome<ChosenList[], ChoiceRefusal> {
  const wanted = new Set(choices);
  const states = lists.map((list) => listState(rules, list, wanted));
  const known = states.reduce((sum, { chosen }) => sum + chosen.length, 0);
  if (known < wanted.size) return refused("unknown_project");
  if (known === 0) return refused("nothing_chosen");
  const wrong = states.find(({ over }) => over);
  if (wrong?.over) return refused(wrong.over, { envelopeId: wrong.envelopeId });
  return done(states.map(({ envelopeId, chosen }) => ({ envelopeId, choices: chosen })));
}

/** The first sentence of a longer text, cut at a word when the sentence is long itself. */
export function firstSentence(text: string, longest = 160): string {
  const paragraph = text.trim().split("\n", 1)[0] ?? "";
  const sentence = /^.*?[.!?…](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;
  if (sentence.length <= longest) return sentence;
  return `${sentence.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}
