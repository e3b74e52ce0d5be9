import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { rejectAsking } from "~/domain/petitions/reject-asking.server";
import { findAsking } from "~/domain/petitions/signing-queries.server";
import { useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("signing.confirm.removedTitle"), { hidden: true });

/** What is still there is told about on its own page. */
export const loader = allow("anyone", async ({ community, params, url }) => {
  if (await findAsking(community, params.token)) throw redirect(url.pathname.replace(/\/not-me$/, ""));
  return null;
});

export const action = allow("anyone", async ({ community, params, url }) => {
  await rejectAsking(community, params.token);
  return redirect(url.pathname, 303);
});

export default function ConfirmNotMe() {
  const t = useT();
  return <Page title={t("signing.confirm.removedTitle")} lead={t("signing.confirm.removed")} />;
}
