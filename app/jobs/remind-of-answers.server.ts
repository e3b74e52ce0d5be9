import { remindClerks } from "~/domain/petitions/remind-clerks.server";
import { communityOrigin } from "./community-origin.server";
import type { JobHandler } from "./handlers.server";

/** Tells the clerks, at most once a day, what is due soon or overdue. */
export const remindOfAnswers: JobHandler = async (community) =>
  await remindClerks({ community, origin: await communityOrigin(community) });
