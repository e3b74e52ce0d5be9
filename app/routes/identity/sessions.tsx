import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { endSession, listSessions } from "~/domain/identity/lucia.server";
import { endSessionForm } from "~/domain/identity/session-form";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { Time } from "~/ui/time";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.sessions.title"), { hidden: true });

export const loader = allow("person", async ({ community, viewer, sessionHash }) => {
  const sessions = await listSessions(community, viewer.id);
  return {
    sessions: sessions.map(({ hash, device, createdAt }) => ({
      hash,
      device,
      createdAt,
      isThis: hash === sessionHash,
    })),
  };
});

/** Ends one of the person's sessions. Its hash names it and opens nothing (L-3). */
export const action = allow("person", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, endSessionForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  await endSession(community, viewer.id, result.data.session);
  return redirect(`/${locale}/account/sessions`);
});

export default function Sessions() {
  const t = useT();
  const locale = useLocale();
  const { sessions } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  return (
    <Page
      title={t("identity.sessions.title")}
      lead={t("identity.sessions.lead")}
      back={{ href: `/${locale}/account` }}
      errors={errors}
    >
      <Table
        caption={t("identity.sessions.caption")}
        captionHidden
        rows={sessions}
        rowKey={({ hash }) => hash}
        columns={[
          {
            id: "device",
            label: t("identity.sessions.device"),
            header: true,
            cell: ({ device, isThis }) => (
              <>
                {device || t("identity.sessions.unknown")}{" "}
                {isThis ? <Tag tone="info">{t("identity.sessions.this")}</Tag> : null}
              </>
            ),
          },
          {
            id: "since",
            label: t("identity.sessions.since"),
            cell: ({ createdAt }) => <Time value={createdAt} format="dateTime" />,
          },
          {
            id: "end",
            label: t("identity.sessions.act"),
            cell: ({ hash }) => <EndButton session={hash} />,
          },
        ]}
      />
      <ActionButton action={`/${locale}/account/sessions/end-all`}>
        {t("identity.sessions.everywhere")}
      </ActionButton>
    </Page>
  );
}

function EndButton({ session }: { session: string }) {
  const t = useT();
  return (
    <ActionButton action={`/${useLocale()}/account/sessions`} values={{ session }}>
      {t("identity.sessions.end")}
    </ActionButton>
  );
}
