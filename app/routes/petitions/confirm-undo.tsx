import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { findAsking } from "~/domain/petitions/signing-queries.server";
import { undoSignature } from "~/domain/petitions/undo-signature.server";

const backTo = (pathname: string) => pathname.replace(/\/undo$/, "");

/** The page of the link tells how the signature stands. */
export const loader = allow("anyone", ({ url }) => {
  throw redirect(backTo(url.pathname));
});

/** Whoever holds a link from the mailbox may take back what the mailbox signed. */
export const action = allow("anyone", async ({ community, params, url }) => {
  const asking = await findAsking(community, params.token);
  if (asking) await undoSignature(community, { petitionId: asking.petition.id, signerKey: asking.signerKey });
  return redirect(backTo(url.pathname), 303);
});

export default function ConfirmUndo() {
  return null;
}
