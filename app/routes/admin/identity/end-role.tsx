import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { endRole } from "~/domain/identity/end-role.server";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { findMember } from "~/domain/identity/member-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure } from "~/platform/form.server";
import { isId } from "~/shared/id";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.members.end"), { hidden: true });

/** Asks before a role ends: the person loses rights in the middle of their work. */
export const loader = allow("administrator", async ({ community, params, locale }) => {
  const { personId = "", membershipId = "" } = params;
  const member = isId(personId) ? await findMember(community, personId) : null;
  const held = member?.roles.find(({ id }) => id === membershipId);
  if (!member || !held) throw new Response(null, { status: 404 });
  if (held.state === "past") throw redirect(`/${locale}/admin/members/${personId}`);
  return { id: member.id, name: member.name, membershipId, role: held.role };
});

export const action = allow("administrator", async ({ community, viewer, params, locale }) => {
  const { personId = "", membershipId = "" } = params;
  if (!isId(personId) || !isId(membershipId)) throw new Response(null, { status: 404 });
  const outcome = await endRole(community, viewer, membershipId);
  if (outcome.done) return redirect(`/${locale}/admin/members/${personId}`);
  if (outcome.reason === "no_such_role") throw new Response(null, { status: 404 });
  return formFailure([formRefusal(outcome)], {}, refusalStatus(outcome));
});

export default function EndRole() {
  const t = useT();
  const locale = useLocale();
  const { id, name, membershipId, role } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const path = `/${locale}/admin/members/${id}`;
  return (
    <Page
      title={t("identity.members.endTitle", { role: t(`identity.role.${role}`) })}
      lead={t("identity.members.endLead", { name })}
      back={{ href: path }}
      errors={errors}
    >
      <ActionButton action={`${path}/roles/${membershipId}`} variant="danger">
        {t("identity.members.end")}
      </ActionButton>
    </Page>
  );
}
