import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { readMailLink } from "~/domain/identity/mail-link-queries.server";
import { rejectSignUp } from "~/domain/identity/reject-sign-up.server";
import { useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("identity.confirm.removedTitle"), { hidden: true });

/** A sign-up that is still there is told about on its own page. */
export const loader = allow("anyone", async ({ community, params, locale }) => {
  const token = params.token ?? "";
  const state = await readMailLink(community, token, "confirm");
  if (state !== "over") throw redirect(`/${locale}/confirm/${encodeURIComponent(token)}`);
  return null;
});

export const action = allow("anyone", async ({ community, params, locale }) => {
  const token = params.token ?? "";
  await rejectSignUp(community, token);
  return redirect(`/${locale}/confirm/${encodeURIComponent(token)}/not-me`);
});

export default function NotMe() {
  const t = useT();
  return <Page title={t("identity.confirm.removedTitle")} lead={t("identity.confirm.removedLead")} />;
}
