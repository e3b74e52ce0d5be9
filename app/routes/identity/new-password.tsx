import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { NewPasswordField } from "~/domain/identity/components/new-password-field";
import { deviceName, readDeviceCookie } from "~/domain/identity/device";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { withoutPasswords } from "~/domain/identity/kept-form";
import { leaveSession } from "~/domain/identity/leave-session.server";
import { readMailLink } from "~/domain/identity/mail-link-queries.server";
import { newPasswordForm } from "~/domain/identity/password-form";
import { resetPassword } from "~/domain/identity/reset-password.server";
import { sessionHeaders } from "~/domain/identity/session-headers";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button, LinkButton } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.reset.newTitle"), { hidden: true });

export const loader = allow("anyone", async ({ community, params }) => {
  const token = params.token ?? "";
  return { token, state: await readMailLink(community, token, "reset") };
});

export const action = allow("anyone", async (input) => {
  const { community, origin, form, request, params, locale } = input;
  const result = readForm(form, newPasswordForm);
  const typed = withoutPasswords(result.values);
  if (!result.ok) return formFailure(result.errors, typed);
  const device = {
    token: readDeviceCookie(request.headers.get("Cookie") ?? ""),
    name: deviceName(request.headers.get("User-Agent")),
  };
  const outcome = await resetPassword(
    { community, origin },
    params.token ?? "",
    result.data.password,
    device,
  );
  if (!outcome.done) return formFailure([formRefusal(outcome)], typed, refusalStatus(outcome));
  await leaveSession(community, input.viewer, input.sessionHash);
  return redirect(`/${locale}/account`, { headers: sessionHeaders(outcome.value) });
});

export default function NewPassword() {
  const t = useT();
  const locale = useLocale();
  const { token, state } = useLoaderData<typeof loader>();
  const { errors, error } = useFormAnswers();
  if (state !== "works") {
    return (
      <Page title={t("identity.confirm.overTitle")} lead={t("identity.reset.overLead")}>
        <LinkButton href={`/${locale}/reset`}>{t("identity.reset.again")}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t("identity.reset.newTitle")} lead={t("identity.reset.newLead")} errors={errors}>
      <PostForm action={`/${locale}/reset/${encodeURIComponent(token)}`}>
        <NewPasswordField label={t("identity.field.newPassword")} error={error("password")} />
        <Button>{t("identity.reset.newSubmit")}</Button>
      </PostForm>
    </Page>
  );
}
