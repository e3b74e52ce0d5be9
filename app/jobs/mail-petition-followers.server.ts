import { mailFollowers } from "~/domain/petitions/mail-followers.server";
import { communityOrigin } from "./community-origin.server";
import type { JobHandler } from "./handlers.server";

/** Writes the letters of one mailing, batch by batch; broken off, it goes on where it was (F-13). */
export const mailPetitionFollowers: JobHandler = async (community, mailingId) => {
  const sender = { community, origin: await communityOrigin(community) };
  while ((await mailFollowers(sender, mailingId)) === "more");
};
