import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { findPersonByEmail, listStaff } from "~/domain/identity/member-queries.server";
import { findMemberForm } from "~/domain/identity/role-form";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { refused } from "~/shared/outcome";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.members.title"), { hidden: true });

export const loader = allow("administrator", async ({ community }) => ({
  staff: await listStaff(community),
}));

/** A search by POST: an address of a person must not stand in an address of a page (S-55). */
export const action = allow("administrator", async ({ community, form, locale }) => {
  const result = readForm(form, findMemberForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const personId = await findPersonByEmail(community, result.data.email);
  if (personId) return redirect(`/${locale}/admin/members/${personId}`);
  const nobody = refused("no_such_person");
  return formFailure([formRefusal(nobody)], result.values, refusalStatus(nobody));
});

export default function Members() {
  const t = useT();
  const locale = useLocale();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page title={t("identity.members.title")} back={{ href: `/${locale}/admin` }} errors={errors}>
      <Section title={t("identity.members.findTitle")}>
        <PostForm action={`/${locale}/admin/members`}>
          <TextField
            name="email"
            type="email"
            label={t("identity.field.email")}
            spellCheck={false}
            width="m"
            defaultValue={text("email")}
            error={error("email")}
          />
          <Button>{t("identity.members.find")}</Button>
        </PostForm>
      </Section>
      <Section title={t("identity.members.staffTitle")}>
        <Staff />
      </Section>
    </Page>
  );
}

function Staff() {
  const t = useT();
  const locale = useLocale();
  const { staff } = useLoaderData<typeof loader>();
  if (staff.length === 0) return <EmptyState title={t("identity.members.none")} />;
  return (
    <Table
      caption={t("identity.members.staffTitle")}
      captionHidden
      rows={staff}
      rowKey={({ personId, role, validFrom }) => `${personId} ${role} ${validFrom.getTime()}`}
      columns={[
        {
          id: "person",
          label: t("identity.members.person"),
          header: true,
          cell: ({ personId, name }) => <a href={`/${locale}/admin/members/${personId}`}>{name}</a>,
        },
        { id: "role", label: t("identity.members.role"), cell: ({ role }) => t(`identity.role.${role}`) },
        {
          id: "from",
          label: t("identity.members.from"),
          cell: ({ validFrom }) => <Time value={validFrom} />,
        },
        {
          id: "until",
          label: t("identity.members.until"),
          cell: ({ validTo }) => (validTo ? <Time value={validTo} /> : t("identity.members.endless")),
        },
      ]}
    />
  );
}
