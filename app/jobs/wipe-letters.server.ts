import { wipeOldLetters } from "~/domain/notifications/wipe-old-letters.server";
import type { JobHandler } from "./handlers.server";

/** Letters are personal: their text goes some days after they were sent. */
export const wipeLetters: JobHandler = async (community) => {
  await wipeOldLetters(community);
};
