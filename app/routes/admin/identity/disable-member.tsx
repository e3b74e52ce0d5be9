import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { disablePerson } from "~/domain/identity/disable-person.server";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { findMember } from "~/domain/identity/member-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure } from "~/platform/form.server";
import { isId } from "~/shared/id";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.members.disable"), { hidden: true });

export const loader = allow("administrator", async ({ community, params }) => {
  const { personId = "" } = params;
  const member = isId(personId) ? await findMember(community, personId) : null;
  if (!member) throw new Response(null, { status: 404 });
  return { id: member.id, name: member.name };
});

export const action = allow("administrator", async ({ community, viewer, params, locale }) => {
  const { personId = "" } = params;
  if (!isId(personId)) throw new Response(null, { status: 404 });
  const outcome = await disablePerson(community, viewer, personId);
  if (outcome.done) return redirect(`/${locale}/admin/members/${personId}`);
  return formFailure([formRefusal(outcome)], {}, refusalStatus(outcome));
});

export default function DisableMember() {
  const t = useT();
  const locale = useLocale();
  const { id, name } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const path = `/${locale}/admin/members/${id}`;
  return (
    <Page
      title={t("identity.members.disableTitle")}
      lead={t("identity.members.disableLead", { name })}
      back={{ href: path }}
      errors={errors}
    >
      <ActionButton action={`${path}/disable`} variant="danger">
        {t("identity.members.disable")}
      </ActionButton>
    </Page>
  );
}
