import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { RoleHistory } from "~/domain/identity/components/role-history";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { grantRole } from "~/domain/identity/grant-role.server";
import { findMember } from "~/domain/identity/member-queries.server";
import { grantRoleForm } from "~/domain/identity/role-form";
import { ROLES } from "~/domain/identity/viewer";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { isId } from "~/shared/id";
import { Button, ButtonRow, LinkButton } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { ActionButton, PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta<typeof loader>((t) => t("identity.members.title"), { hidden: true });

export const loader = allow("administrator", async ({ community, params }) => {
  const id = params.personId ?? "";
  const member = isId(id) ? await findMember(community, id) : null;
  if (!member) throw new Response(null, { status: 404 });
  return member;
});

/** Gives the person a role. */
export const action = allow("administrator", async ({ community, viewer, form, params, locale }) => {
  const personId = params.personId ?? "";
  if (!isId(personId)) throw new Response(null, { status: 404 });
  const result = readForm(form, grantRoleForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await grantRole(community, viewer, { personId, ...result.data });
  if (outcome.done) return redirect(`/${locale}/admin/members/${personId}`);
  if (outcome.reason === "no_such_person") throw new Response(null, { status: 404 });
  return formFailure([formRefusal(outcome)], result.values, refusalStatus(outcome));
});

export default function MemberPage() {
  const t = useT();
  const locale = useLocale();
  const member = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const path = `/${locale}/admin/members/${member.id}`;
  return (
    <Page
      title={member.name}
      caption={member.email}
      back={{ href: `/${locale}/admin/members`, label: t("identity.members.title") }}
      errors={errors}
    >
      {member.disabledAt ? <Notice tone="warning" title={t("identity.members.disabled")} /> : null}
      <Section title={t("identity.members.historyTitle")}>
        {member.roles.length > 0 ? (
          <RoleHistory roles={member.roles} path={path} />
        ) : (
          <p>{t("identity.members.noHistory")}</p>
        )}
      </Section>
      <Section title={t("identity.members.grantTitle")}>
        <GrantForm action={path} />
      </Section>
      <Section title={t("identity.members.accountTitle")} quiet>
        <ButtonRow>
          <ActionButton action={`${path}/end-sessions`}>{t("identity.members.endSessions")}</ActionButton>
          {member.disabledAt ? (
            <ActionButton action={`${path}/enable`}>{t("identity.members.enable")}</ActionButton>
          ) : (
            <LinkButton href={`${path}/disable`} variant="secondary">
              {t("identity.members.disable")}
            </LinkButton>
          )}
        </ButtonRow>
      </Section>
    </Page>
  );
}

function GrantForm({ action }: { action: string }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <PostForm action={action}>
      <Select
        name="role"
        label={t("identity.members.role")}
        options={ROLES.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
        defaultValue={text("role")}
        error={error("role")}
      />
      <DateField
        name="from"
        label={t("identity.members.from")}
        hint={t("identity.members.fromHint")}
        optional
        defaultValue={text("from")}
        error={error("from")}
      />
      <DateField
        name="until"
        label={t("identity.members.until")}
        hint={t("identity.members.untilHint")}
        optional
        defaultValue={text("until")}
        error={error("until")}
      />
      <Button>{t("identity.members.grant")}</Button>
    </PostForm>
  );
}
