import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { endAllSessions } from "~/domain/identity/lucia.server";
import { isId } from "~/shared/id";

export const loader = allow("administrator", ({ params: { personId = "" }, locale }) => {
  if (!isId(personId)) throw new Response(null, { status: 404 });
  throw redirect(`/${locale}/admin/members/${personId}`);
});

/** For a lost phone or a stolen password: staff may sign a person out everywhere (S-17). */
export const action = allow("administrator", async ({ community, params, locale }) => {
  const { personId = "" } = params;
  if (!isId(personId)) throw new Response(null, { status: 404 });
  await endAllSessions(community, personId);
  return redirect(`/${locale}/admin/members/${personId}`);
});

export default function EndMemberSessions() {
  return null;
}
