import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { confirmAddress } from "~/domain/identity/confirm-address.server";
import { readMailLink } from "~/domain/identity/mail-link-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

export const meta = pageMeta((t) => t("identity.confirm.title"), { hidden: true });

/** Mail scanners open links: opening changes nothing, only the button does (S-25). */
export const loader = allow("anyone", async ({ community, params }) => {
  const token = params.token ?? "";
  return { token, state: await readMailLink(community, token, "confirm") };
});

/** The page itself tells what came of it, the same for a second press. */
export const action = allow("anyone", async ({ community, params, locale }) => {
  const token = params.token ?? "";
  await confirmAddress(community, token);
  return redirect(`/${locale}/confirm/${encodeURIComponent(token)}`);
});

export default function Confirm() {
  const t = useT();
  const locale = useLocale();
  const { token, state } = useLoaderData<typeof loader>();
  if (state === "used") {
    return (
      <Page title={t("identity.confirm.doneTitle")} lead={t("identity.confirm.doneLead")}>
        <LinkButton href={`/${locale}/sign-in`}>{t("identity.signIn.submit")}</LinkButton>
      </Page>
    );
  }
  if (state === "over") {
    return (
      <Page title={t("identity.confirm.overTitle")} lead={t("identity.confirm.overLead")}>
        <LinkButton href={`/${locale}/sign-up`}>{t("identity.signUp.title")}</LinkButton>
      </Page>
    );
  }
  const action = `/${locale}/confirm/${encodeURIComponent(token)}`;
  return (
    <Page title={t("identity.confirm.title")} lead={t("identity.confirm.lead")}>
      <ActionButton action={action} variant="primary">
        {t("identity.confirm.submit")}
      </ActionButton>
      <Section title={t("identity.confirm.notMeTitle")} lead={t("identity.confirm.notMe")} quiet>
        <ActionButton action={`${action}/not-me`}>{t("identity.confirm.notMeSubmit")}</ActionButton>
      </Section>
    </Page>
  );
}
