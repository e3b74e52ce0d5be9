import type { Locale } from "~/i18n/locales";
import { done, type Outcome, refused } from "~/shared/outcome";

export const DRAFT_STEPS = ["title", "similar", "text", "place", "author", "check"] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];
/** Steps that save answers; the check saves nothing. */
export type SavedStep = Exclude<DraftStep, "check">;

/** To whom a petition of a community may be addressed. */
export const ADDRESSEES = ["council", "executive", "head"] as const;
export type Addressee = (typeof ADDRESSEES)[number];

type Given = {
  title?: string;
  similarSeen?: true;
  demand?: string;
  grounds?: string;
  /** True for the whole community; otherwise a district is named. */
  wholeCommunity?: boolean;
  districtId?: string | undefined;
  addressee?: Addressee;
  authorName?: string;
  email?: string;
  consent?: true;
};

/** What the author has answered so far, step by step. */
export type PetitionAnswers = Given & {
  /** Language of the pages the draft was begun on. */
  language: Locale;
  /** The version of the draft with which each step was last saved: tells two tabs apart (F-26). */
  savedAs?: Partial<Record<SavedStep, number>>;
  /** What another tab had saved for a step before the newest answer replaced it. */
  replaced?: { step: SavedStep; answers: Given };
  /** Letters with the resume link sent so far. */
  linkLetters?: number;
};

export type PetitionDraft = { version: number; answers: PetitionAnswers };

const FIELDS: Readonly<Record<SavedStep, readonly (keyof Given)[]>> = {
  title: ["title"],
  similar: ["similarSeen"],
  text: ["demand", "grounds"],
  place: ["wholeCommunity", "districtId", "addressee"],
  author: ["authorName", "email", "consent"],
};

/** The part of the answers that one step has saved. */
export function answersOf(step: SavedStep, answers: Given): Given {
  const known = FIELDS[step].filter((field) => answers[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, answers[field]]));
}

/**
 * The draft after a step is saved by a page that showed version `seen`. The newest answer is always kept; when
 * another tab has saved a different one in between, that older answer goes to `replaced` and is offered again.
 */
export function withStep(
  { version, answers }: PetitionDraft,
  step: SavedStep,
  given: Given,
  seen: number,
): PetitionDraft {
  const before = answersOf(step, answers);
  const after = answersOf(step, given);
  const wasSaved = (answers.savedAs?.[step] ?? 0) > seen;
  const crossed = wasSaved && JSON.stringify(before) !== JSON.stringify(after);
  const { replaced: _, ...rest } = answers;
  return put({ version, answers: rest }, step, after, crossed ? before : undefined);
}

/** Puts the older answer back; the newer one is now the one on offer. */
export function withOlder(draft: PetitionDraft): PetitionDraft {
  const { replaced } = draft.answers;
  if (!replaced) return draft;
  return put(draft, replaced.step, replaced.answers, answersOf(replaced.step, draft.answers));
}

function put(
  { version, answers }: PetitionDraft,
  step: SavedStep,
  given: Given,
  offered: Given | undefined,
): PetitionDraft {
  const gone = new Set<string>(FIELDS[step]);
  const others = Object.entries(answers).filter(([field]) => !gone.has(field));
  const kept: PetitionAnswers = { language: answers.language, ...Object.fromEntries(others) };
  const savedAs = { ...answers.savedAs, [step]: version + 1 };
  const replaced = offered && { replaced: { step, answers: offered } };
  return { version: version + 1, answers: { ...kept, ...given, savedAs, ...replaced } };
}

/** A draft that says all that must be said. */
export type CompleteAnswers = PetitionAnswers &
  Required<Pick<Given, "title" | "demand" | "grounds" | "addressee" | "authorName" | "email">>;

const ANSWERED: Readonly<Record<SavedStep, (answers: PetitionAnswers) => boolean>> = {
  title: ({ title }) => Boolean(title),
  similar: ({ similarSeen }) => similarSeen === true,
  text: ({ demand, grounds }) => Boolean(demand && grounds),
  place: ({ wholeCommunity, districtId, addressee }) => Boolean((wholeCommunity || districtId) && addressee),
  author: ({ authorName, email, consent }) => Boolean(authorName && email && consent),
};

/** Where a resumed draft goes on: the first step without an answer, else the check. */
export function resumeStep(answers: PetitionAnswers): DraftStep {
  return DRAFT_STEPS.find((step) => step !== "check" && !ANSWERED[step](answers)) ?? "check";
}

export function decideFiling(answers: PetitionAnswers): Outcome<CompleteAnswers, "incomplete"> {
  const step = resumeStep(answers);
  return step === "check" ? done(answers as CompleteAnswers) : refused("incomplete", { step });
}

export function stepAfter(step: DraftStep): DraftStep {
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1] ?? "check";
}

/** Undefined before the first step, which the start page precedes. */
export function stepBefore(step: DraftStep): DraftStep | undefined {
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) - 1];
}
