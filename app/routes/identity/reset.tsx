import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { requestResetForm } from "~/domain/identity/password-form";
import { requestReset } from "~/domain/identity/request-reset.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.reset.title"), { hidden: true });

export const loader = allow("anyone", () => null);

export const action = allow("anyone", async ({ community, origin, form, locale, clientAddress }) => {
  const result = readForm(form, requestResetForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await requestReset({ community, origin }, result.data.email, clientAddress);
  if (!outcome.done) return formFailure([formRefusal(outcome)], result.values, refusalStatus(outcome));
  return redirect(`/${locale}/reset/sent`);
});

export default function Reset() {
  const t = useT();
  const locale = useLocale();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page
      title={t("identity.reset.title")}
      lead={t("identity.reset.lead")}
      back={{ href: `/${locale}/sign-in` }}
      errors={errors}
    >
      <PostForm action={`/${locale}/reset`}>
        <TextField
          name="email"
          type="email"
          label={t("identity.field.email")}
          autoComplete="username"
          spellCheck={false}
          width="m"
          defaultValue={text("email")}
          error={error("email")}
        />
        <Button>{t("identity.reset.submit")}</Button>
      </PostForm>
    </Page>
  );
}
