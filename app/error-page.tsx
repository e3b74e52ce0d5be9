import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { SignInAgain } from "~/domain/identity/components/sign-in-again";
import type { MessageKey } from "~/i18n/messages";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";

/** What a reader sees for 403, 404 and 500: one plain sentence and the way back, never an internal text (S-57). */
export function ErrorPage() {
  const t = useT();
  const locale = useLocale();
  const error = useRouteError();
  const kept = keptFormOf(error);
  if (kept) return <SignInAgain kept={kept} />;
  const kind = errorKind(error);
  return (
    <Page title={t(errorTitle(error))} lead={t(`errors.${kind}.lead`)}>
      <LinkButton href={`/${locale}`}>{t("errors.home")}</LinkButton>
    </Page>
  );
}

export function errorTitle(error: unknown): MessageKey {
  return keptFormOf(error) ? "identity.signIn.againTitle" : `errors.${errorKind(error)}.title`;
}

function errorKind(error: unknown): "notFound" | "forbidden" | "busy" | "failed" {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) return "notFound";
  if (status === 503) return "busy";
  return status === 403 ? "forbidden" : "failed";
}

/** What a person wrote whose session had ended when they sent it (F-25). */
function keptFormOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error) || typeof error.data?.keptForm !== "string") return null;
  return error.data.keptForm;
}
