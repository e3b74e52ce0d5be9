import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { LetterSent } from "~/domain/identity/components/letter-sent";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("identity.sent.title"), { hidden: true });

export const loader = allow("anyone", ({ demo }) => ({ demo }));

export default function SignUpSent() {
  return <LetterSent purpose="signUp" demo={useLoaderData<typeof loader>().demo} />;
}
