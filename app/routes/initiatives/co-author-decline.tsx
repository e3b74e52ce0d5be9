import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { declineInvitation } from "~/domain/initiatives/decline-invitation.server";
import { findInvitation } from "~/domain/initiatives/invitation-queries.server";
import { useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("initiatives.coAuthor.declineTitle"), { hidden: true });

export const loader = allow("anyone", async ({ community, params, url }) => {
  const invitation = await findInvitation(community, params.token);
  if (!invitation) throw new Response(null, { status: 404 });
  const back = url.pathname.replace(/\/decline$/, "");
  if (invitation.answer === "declined") throw redirect(back);
  const { number, title, language } = invitation;
  return { number, title, language, back, self: url.pathname };
});

export const action = allow("anyone", async ({ community, params, url, viewer }) => {
  if (!(await findInvitation(community, params.token))) throw new Response(null, { status: 404 });
  await declineInvitation(community, params.token ?? "", { viewer });
  return redirect(url.pathname.replace(/\/decline$/, ""));
});

export default function CoAuthorDecline() {
  const { number, title, language, back, self } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  return (
    <Page title={t("initiatives.coAuthor.declineTitle")} back={{ href: back }} errors={errors}>
      <p>
        {t("initiatives.number", { number })}: <span lang={language}>{title}</span>
      </p>
      <p>{t("initiatives.coAuthor.declineText")}</p>
      <ActionButton action={self} variant="danger">
        {t("initiatives.coAuthor.decline")}
      </ActionButton>
    </Page>
  );
}
