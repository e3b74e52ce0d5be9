import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { enablePerson } from "~/domain/identity/enable-person.server";
import { isId } from "~/shared/id";

export const loader = allow("administrator", ({ params: { personId = "" }, locale }) => {
  if (!isId(personId)) throw new Response(null, { status: 404 });
  throw redirect(`/${locale}/admin/members/${personId}`);
});

export const action = allow("administrator", async ({ community, viewer, params, locale }) => {
  const { personId = "" } = params;
  if (!isId(personId)) throw new Response(null, { status: 404 });
  await enablePerson(community, viewer, personId);
  return redirect(`/${locale}/admin/members/${personId}`);
});

export default function EnableMember() {
  return null;
}
