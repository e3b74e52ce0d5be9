import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { leaveSession } from "~/domain/identity/leave-session.server";
import { blankSessionCookie } from "~/domain/identity/lucia.server";

export const loader = allow("anyone", ({ locale }) => {
  throw redirect(`/${locale}/account`);
});

export const action = allow("anyone", async ({ community, viewer, sessionHash, locale }) => {
  await leaveSession(community, viewer, sessionHash);
  return redirect(`/${locale}`, { headers: { "Set-Cookie": blankSessionCookie(community) } });
});

export default function SignOut() {
  return null;
}
