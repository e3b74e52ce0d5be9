import { allow } from "~/domain/identity/allow.server";
import { findBallotFile } from "~/domain/results/result-queries.server";
import { attachment, publicFile } from "./public-file.server";

/** `/pb/:slug/:list/ballots.pb`: the ballots of one list without names, exactly as they were counted. */
export const loader = allow("anyone", async ({ community, params }) => {
  const { slug = "", list = "" } = params;
  const content = await findBallotFile(community, slug, list);
  if (!content) throw new Response(null, { status: 404 });
  return publicFile(new Uint8Array(content), "text/plain; charset=utf-8", attachment(`${slug}-${list}.pb`));
});
