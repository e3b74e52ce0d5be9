import type { PetitionRules } from "~/domain/petitions/petition-rules";
import { now } from "~/platform/clock.server";

/** One invented petition; times in days before today. */
export type SeededPetition = {
  number: number;
  language: string;
  /** Code; null for the whole community. */
  district: string | null;
  author: string;
  title: string;
  demand: string;
  grounds: string;
  state: string;
  filed: number;
  opened?: number;
  /** From today on; below zero it has closed. */
  closes?: number;
  signatures?: number;
  /** First signatories so far, of one that is not open yet. */
  first?: number;
  ground?: string;
  note?: string;
  appeal?: boolean;
  answer?: {
    days: number;
    outcome: string;
    body: string;
    documents: string[][];
    votes: string[][] | null;
  };
  debate?: { on: number; place: string; held: boolean };
};

/** A petition as it was written, with what the parts around it need. */
export type Written = {
  id: string;
  rules: PetitionRules;
  openedAt: Date | null;
  end: Date;
  seeded: SeededPetition;
};

const DAY = 86_400_000;

export function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * DAY);
}
