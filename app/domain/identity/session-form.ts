import { z } from "zod";

/** `session` is the hash of a token, as the list of devices gives it. */
export const endSessionForm = z.strictObject({ session: z.string().length(43) });
