import type { Locale } from "~/i18n/locales";
import { done, type Outcome, refused } from "~/shared/outcome";
import type { Theme } from "./initiative";

export const DRAFT_STEPS = [
  "title",
  "similar",
  "place",
  "text",
  "cost",
  "photos",
  "contact",
  "check",
] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

export type StepAnswers = {
  title: { title: string; theme: Theme };
  similar: { similarSeen: true };
  place: {
    wholeCommunity: boolean;
    districtId?: string | undefined;
    placeNote: string;
    latitude?: number | undefined;
    longitude?: number | undefined;
  };
  text: { problem: string; proposal: string; beneficiaries: string };
  /** Minor units; absent when the author does not know. */
  cost: { costGuess?: number | undefined };
  contact: { authorName: string; email: string; showName: boolean; consent: true; coAuthors: string[] };
};
/** Steps that save answers; photos are rows of their own, the check saves nothing. */
export type SavedStep = keyof StepAnswers;

type Flat = Partial<
  StepAnswers["title"] &
    StepAnswers["similar"] &
    StepAnswers["place"] &
    StepAnswers["text"] &
    StepAnswers["cost"] &
    StepAnswers["contact"]
>;

/** What has been answered so far; every step saves its own part. */
export type DraftAnswers = Flat & {
  /** Language of the pages the draft was written on: for letters and for texts that do not tell theirs. */
  language?: Locale;
  /** The version of the draft with which each step was last saved: tells two tabs apart (F-26). */
  savedAs?: Partial<Record<SavedStep, number>>;
  /** What another tab had saved for a step before the newest answer replaced it. */
  replaced?: { step: SavedStep; answers: Flat };
  /** Letters with the resume link sent so far. */
  linkLetters?: number;
};

const FIELDS: { [Step in SavedStep]: readonly (keyof StepAnswers[Step] & keyof Flat)[] } = {
  title: ["title", "theme"],
  similar: ["similarSeen"],
  place: ["wholeCommunity", "districtId", "placeNote", "latitude", "longitude"],
  text: ["problem", "proposal", "beneficiaries"],
  cost: ["costGuess"],
  contact: ["authorName", "email", "showName", "consent", "coAuthors"],
};

/** The part of the answers that one step has saved. */
export function answersOf(step: SavedStep, answers: Flat): Flat {
  const known = FIELDS[step].filter((field) => answers[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, answers[field]]));
}

export type Draft = { version: number; answers: DraftAnswers };

/**
 * The draft after a step is saved by a page that showed version `seen`. The newest answer is always kept; when
 * another tab has saved a different one in between, that older answer goes to `replaced` and is offered again.
 */
export function withStep<S extends SavedStep>(
  draft: Draft,
  step: S,
  given: StepAnswers[S],
  seen: number,
): Draft {
  const before = answersOf(step, draft.answers);
  const after = answersOf(step, given as Flat);
  const version = draft.version + 1;
  const crossed =
    (draft.answers.savedAs?.[step] ?? 0) > seen && JSON.stringify(before) !== JSON.stringify(after);
  const { replaced: _, ...rest } = without(step, draft.answers);
  const savedAs = { ...draft.answers.savedAs, [step]: version };
  const answers: DraftAnswers = {
    ...rest,
    ...after,
    savedAs,
    ...(crossed && { replaced: { step, answers: before } }),
  };
  return { version, answers };
}

/** Puts the older answer back; the newer one is now the one on offer. */
export function withOlder(draft: Draft): Draft {
  const { replaced } = draft.answers;
  if (!replaced) return draft;
  const newer = answersOf(replaced.step, draft.answers);
  const version = draft.version + 1;
  const savedAs = { ...draft.answers.savedAs, [replaced.step]: version };
  const offered = { step: replaced.step, answers: newer };
  return {
    version,
    answers: { ...without(replaced.step, draft.answers), ...replaced.answers, savedAs, replaced: offered },
  };
}

function without(step: SavedStep, answers: DraftAnswers): DraftAnswers {
  const gone = new Set<string>(FIELDS[step]);
  return Object.fromEntries(Object.entries(answers).filter(([field]) => !gone.has(field)));
}

/** A draft that says all that must be said; cost and photos may stay open. */
export type CompleteAnswers = DraftAnswers &
  StepAnswers["title"] &
  StepAnswers["place"] &
  StepAnswers["text"] &
  StepAnswers["contact"];

/** The steps that still lack an answer, in their order. */
export function missingSteps(answers: DraftAnswers): SavedStep[] {
  const missing: SavedStep[] = [];
  if (!answers.title || !answers.theme) missing.push("title");
  if (!answers.similarSeen) missing.push("similar");
  if (!answers.wholeCommunity && !answers.districtId) missing.push("place");
  if (!answers.problem || !answers.proposal || !answers.beneficiaries) missing.push("text");
  if (!answers.authorName || !answers.email || !answers.consent) missing.push("contact");
  return missing;
}

export function decideSubmission(answers: DraftAnswers): Outcome<CompleteAnswers, "incomplete"> {
  const [first] = missingSteps(answers);
  return first ? refused("incomplete", { step: first }) : done(answers as CompleteAnswers);
}

/** Where a resumed draft goes on: the first step without an answer, else the check. */
export function resumeStep(answers: DraftAnswers): DraftStep {
  const [first] = missingSteps(answers);
  const seen = answers.savedAs ?? {};
  if (first === "contact" && !seen.cost) return "cost";
  return first ?? "check";
}

export function stepAfter(step: DraftStep): DraftStep {
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1] ?? "check";
}

/** Undefined before the first step, which the start page precedes. */
export function stepBefore(step: DraftStep): DraftStep | undefined {
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) - 1];
}
