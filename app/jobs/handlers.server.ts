import type { Community } from "~/domain/communities/community";
import { annulSignatures } from "./annul-signatures.server";
import { cleanAskings } from "./clean-askings.server";
import { cleanDrafts } from "./clean-drafts.server";
import { cleanIdentity } from "./clean-identity.server";
import { closeAndCount } from "./close-and-count.server";
import { closeDuePetition } from "./close-petition.server";
import { compareRules } from "./compare-rules.server";
import { lapseAll } from "./lapse-petitions.server";
import { mailPetitionFollowers } from "./mail-petition-followers.server";
import { missingVotes } from "./missing-votes.server";
import { openVoting } from "./open-voting.server";
import { publishCounted } from "./publish-result.server";
import { recountAll } from "./recount-signatures.server";
import { remindOfAnswers } from "./remind-of-answers.server";
import { putSignaturesBack } from "./restore-signatures.server";
import { wipeLetters } from "./wipe-letters.server";
import { wipePetitions } from "./wipe-petitions.server";

/**
 * Does the work of one job. It may be run again after a crash, and twice at once after a stall of minutes, so
 * running it again must change nothing. Throwing means "try again later": 8 tries, then it is put aside.
 */
export type JobHandler = (community: Community, subject: string) => Promise<void>;

/** The kinds of jobs that `queueJob` may name, one file of this folder each. */
export const handlers: Readonly<Record<string, JobHandler>> = {
  "annul-signatures": annulSignatures,
  "clean-askings": cleanAskings,
  "clean-drafts": cleanDrafts,
  "clean-identity": cleanIdentity,
  "close-and-count": closeAndCount,
  "close-petition": closeDuePetition,
  "compare-rules": compareRules,
  "lapse-petitions": lapseAll,
  "missing-votes": missingVotes,
  "open-voting": openVoting,
  "petition-mailing": mailPetitionFollowers,
  "publish-result": publishCounted,
  "recount-signatures": recountAll,
  "remind-of-answers": remindOfAnswers,
  "restore-signatures": putSignaturesBack,
  "wipe-letters": wipeLetters,
  "wipe-petitions": wipePetitions,
};

/** Jobs that come back by themselves in each community, so many minutes after their last end. */
export const recurring: readonly { kind: string; everyMinutes: number }[] = [
  { kind: "clean-askings", everyMinutes: 60 },
  { kind: "clean-drafts", everyMinutes: 24 * 60 },
  { kind: "clean-identity", everyMinutes: 60 },
  { kind: "lapse-petitions", everyMinutes: 60 },
  { kind: "recount-signatures", everyMinutes: 24 * 60 },
  { kind: "remind-of-answers", everyMinutes: 60 },
  { kind: "wipe-letters", everyMinutes: 60 },
  { kind: "wipe-petitions", everyMinutes: 24 * 60 },
];
