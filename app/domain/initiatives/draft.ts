import type { Theme } from "./initiative";

export const DRAFT_STEPS = ["title", "similar", "place", "text", "cost", "photos", "contact", "check"] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** What has been answered so far; every step saves its own part. */
export type DraftAnswers = {
  title?: string;
  theme?: Theme;
  similarSeen?: boolean;
  wholeCommunity?: boolean;
  districtId?: string;
  placeNote?: string;
  latitude?: number;
  longitude?: number;
  problem?: string;
  proposal?: string;
  beneficiaries?: string;
  /** Minor units; absent when the author does not know. */
  costGuess?: number;
  authorName?: string;
  email?: string;
  showName?: boolean;
  consent?: boolean;
  coAuthors?: string[];
};
