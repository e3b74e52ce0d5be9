import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { changePassword } from "~/domain/identity/change-password.server";
import { NewPasswordField } from "~/domain/identity/components/new-password-field";
import { deviceName, readDeviceCookie } from "~/domain/identity/device";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { withoutPasswords } from "~/domain/identity/kept-form";
import { changePasswordForm } from "~/domain/identity/password-form";
import { sessionHeaders } from "~/domain/identity/session-headers";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.password.title"), { hidden: true });

export const loader = allow("person", () => null);

export const action = allow("person", async ({ community, origin, viewer, form, request, locale }) => {
  const result = readForm(form, changePasswordForm);
  const typed = withoutPasswords(result.values);
  if (!result.ok) return formFailure(result.errors, typed);
  const device = {
    token: readDeviceCookie(request.headers.get("Cookie") ?? ""),
    name: deviceName(request.headers.get("User-Agent")),
  };
  const outcome = await changePassword({ community, origin }, viewer, result.data, device);
  if (!outcome.done) return formFailure([formRefusal(outcome)], typed, refusalStatus(outcome));
  return redirect(`/${locale}/account/sessions`, { headers: sessionHeaders(outcome.value) });
});

export default function Password() {
  const t = useT();
  const locale = useLocale();
  const { errors, error } = useFormAnswers();
  return (
    <Page
      title={t("identity.password.title")}
      lead={t("identity.password.lead")}
      back={{ href: `/${locale}/account` }}
      errors={errors}
    >
      <PostForm action={`/${locale}/account/password`}>
        <TextField
          name="currentPassword"
          type="password"
          label={t("identity.field.currentPassword")}
          autoComplete="current-password"
          width="m"
          error={error("currentPassword")}
        />
        <NewPasswordField label={t("identity.field.newPassword")} error={error("password")} />
        <Button>{t("common.actions.save")}</Button>
      </PostForm>
    </Page>
  );
}
