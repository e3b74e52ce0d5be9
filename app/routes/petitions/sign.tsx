import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { SigningPage } from "~/domain/petitions/components/signing-page";
import type { SigningView } from "~/domain/petitions/signing-view";
import { pageMeta } from "~/ui/page-meta";
import { askByMail } from "./ask-by-mail.server";
import { loadSigning } from "./load-signing.server";

export const meta = pageMeta<SigningView>(
  (t, view) => t(view?.petition.firstNeeded ? "signing.firstTitle" : "signing.title"),
  { hidden: true },
);

/** By number for everybody, and by the author's link for first signatories, before the petition is public. */
export const loader = allow("anyone", (asked) => loadSigning(asked, asked.url.pathname));

export const action = allow("anyone", (asked) => askByMail(asked));

/** The whole of signing on one page, and afterwards the thanks, at the same address. */
export default function Sign() {
  return <SigningPage view={useLoaderData<typeof loader>()} />;
}
