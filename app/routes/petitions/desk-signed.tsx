import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { openDesk } from "./open-desk.server";

export const meta = pageMeta((t) => t("integrity.desk.doneTitle"), { hidden: true });

export const loader = allow("consultant", async (asked) => {
  const { number } = await openDesk(asked);
  return { number };
});

/** Says nothing of whom it was: the next resident may already look at the screen. */
export default function DeskSigned() {
  const t = useT();
  const locale = useLocale();
  const { number } = useLoaderData<typeof loader>();
  return (
    <Page title={t("integrity.desk.doneTitle")} lead={t("integrity.desk.doneLead")}>
      <p className="measure">{t("integrity.desk.doneUndo")}</p>
      <ButtonRow>
        <LinkButton href={`/${locale}/desk/petitions/${number}/sign`}>{t("integrity.desk.next")}</LinkButton>
        <LinkButton href={`/${locale}/desk/petitions`} variant="secondary">
          {t("integrity.desk.petitions")}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
