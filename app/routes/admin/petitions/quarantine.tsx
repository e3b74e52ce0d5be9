import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { pageMeta } from "~/ui/page-meta";
import { openQuarantine } from "./open-quarantine.server";
import { QuarantinePage } from "./quarantine-page";

export const meta = pageMeta((t) => t("integrity.quarantine.one"), { hidden: true });

export const loader = allow("moderator", openQuarantine);

export default function Quarantine() {
  return <QuarantinePage opened={useLoaderData<typeof loader>()} />;
}
