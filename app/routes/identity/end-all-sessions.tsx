import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { blankSessionCookie, endAllSessions } from "~/domain/identity/lucia.server";

export const loader = allow("person", ({ locale }) => {
  throw redirect(`/${locale}/account/sessions`);
});

export const action = allow("person", async ({ community, viewer, locale }) => {
  await endAllSessions(community, viewer.id);
  return redirect(`/${locale}/sign-in`, { headers: { "Set-Cookie": blankSessionCookie(community) } });
});

export default function EndAllSessions() {
  return null;
}
