import type { LocalText } from "~/domain/communities/community";
import type { ResidenceBasis } from "~/domain/identity/residence";
import type { Locale } from "~/i18n/locales";
import type { OwnSignature, SigningStop } from "./own-signature";
import { isPublic, type PetitionState } from "./petition";
import { goalOf, type PetitionRules, type Threshold } from "./petition-rules";
import type { SigningRefusal } from "./signature";

export type UnpublishedText = { demand: string; grounds: string; addressee: string; authorName: string };

/** What the pages of signing show of a petition. */
export type SignedPetition = {
  number: number;
  /** Null while the text is hidden. */
  title: string | null;
  language: Locale;
  /** Everybody may read it. */
  isPublic: boolean;
  /** The text itself, where no public page shows it yet. */
  text: UnpublishedText | null;
  closesAt: Date | null;
  signatures: number;
  goal: number;
  /** First signatories it needs, while it gathers them. */
  firstNeeded: number | null;
  /** What more signatures will bring. */
  ahead: Pick<Threshold, "duty" | "signatures" | "term">[];
};

type Known = UnpublishedText &
  Omit<SignedPetition, "title" | "isPublic" | "text" | "goal" | "firstNeeded" | "ahead"> & {
    title: string;
    state: PetitionState;
    openedAt: Date | null;
    hiddenAt: Date | null;
    rules: PetitionRules;
  };

export function signedPetition(known: Known): SignedPetition {
  const { number, title, language, closesAt, signatures, rules, state, hiddenAt } = known;
  const { demand, grounds, addressee, authorName } = known;
  const ahead = rules.thresholds.filter((threshold) => threshold.signatures > signatures);
  return {
    number,
    title: hiddenAt ? null : title,
    language,
    isPublic: isPublic(known),
    text: state === "gathering" && !hiddenAt ? { demand, grounds, addressee, authorName } : null,
    closesAt,
    signatures,
    goal: goalOf(rules),
    firstNeeded: state === "gathering" ? rules.firstSignatories : null,
    ahead: ahead.map(({ duty, signatures: needed, term }) => ({ duty, signatures: needed, term })),
  };
}

/** What the form asks, as the rules want it. */
export type SigningQuestions = {
  bases: readonly ResidenceBasis[];
  minimumAge: number;
  withoutAccount: boolean;
  names: PetitionRules["names"];
  retentionDays: number;
};

export function signingQuestions({ signers, names, retentionDays }: PetitionRules): SigningQuestions {
  return { ...signers, names, retentionDays };
}

/** Somebody signed in, as the page of signing sees them. */
export type AccountSigner = {
  name: string;
  own: OwnSignature;
  refusal: SigningRefusal | "residence_missing" | null;
};

/** One page of signing, by number or by the link for first signatories. */
export type SigningView = {
  petition: SignedPetition;
  questions: SigningQuestions;
  stop: SigningStop | null;
  account: AccountSigner | null;
  /** For the form of somebody without an account. */
  districts: { id: string; name: LocalText }[];
  /** Address of the page itself; the act of an account has `/account` after it. */
  self: string;
  /** Where the own signature is taken back. */
  undo: string;
  /** Address to pass on; none while moderators read the text. */
  share: string | null;
};
