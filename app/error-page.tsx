import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";

/** What a reader sees for 403, 404 and 500: one plain sentence and the way back, never an internal text (S-57). */
export function ErrorPage() {
  const t = useT();
  const locale = useLocale();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status === 404 ? "notFound" : status === 403 ? "forbidden" : "failed";
  return (
    <Page title={t(`errors.${kind}.title`)} lead={t(`errors.${kind}.lead`)}>
      <LinkButton href={`/${locale}`}>{t("errors.home")}</LinkButton>
    </Page>
  );
}
