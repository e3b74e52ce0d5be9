import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { confirmSignature } from "~/domain/petitions/confirm-signature.server";
import { findAsking } from "~/domain/petitions/signing-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { ConfirmStates } from "./confirm-states";
import { loadAsking } from "./load-asking.server";

export const meta = pageMeta((t) => t("signing.confirm.title"), { hidden: true });

/** Mail scanners open links: opening changes nothing, only the button does (S-25, R-12). */
export const loader = allow("anyone", (asked) => loadAsking(asked));

/** The page itself then tells what came of it, the same for a second press. */
export const action = allow("anyone", async ({ community, origin, params, url }) => {
  const asking = await findAsking(community, params.token);
  if (asking) await confirmSignature({ community, origin }, asking);
  return redirect(url.pathname, 303);
});

export default function Confirm() {
  const view = useLoaderData<typeof loader>();
  return view ? <ConfirmStates view={view} /> : <Unknown />;
}

/** A link that was damaged, or is so old that nothing of it is kept. */
function Unknown() {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={t("signing.confirm.overTitle")} lead={t("signing.confirm.unknown")}>
      <LinkButton href={`/${locale}/petitions`}>{t("signing.confirm.petitions")}</LinkButton>
    </Page>
  );
}
