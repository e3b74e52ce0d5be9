import type { Locale } from "~/i18n/locales";

/** What the author has answered so far, step by step. */
export type PetitionAnswers = {
  language: Locale;
  title?: string;
  similarSeen?: true;
  demand?: string;
  grounds?: string;
  /** True for the whole community; otherwise a district is named. */
  wholeCommunity?: boolean;
  districtId?: string | undefined;
  addressee?: string;
  authorName?: string;
  email?: string;
  consent?: true;
};
