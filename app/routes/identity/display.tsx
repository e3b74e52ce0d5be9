import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { colourSchemeCookie, displayForm, SCHEMES } from "~/domain/identity/display-form";
import { localPath } from "~/domain/identity/local-path";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Radios } from "~/ui/radios";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.display.title"));

export const loader = allow("anyone", ({ colourScheme }) => ({ scheme: colourScheme ?? "system" }));

/** The reader stays where the choice was made: the address comes from the browser and is checked like any other. */
export const action = allow("anyone", ({ form, request, locale, origin }) => {
  const result = readForm(form, displayForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const from = request.headers.get("Referer") ?? "";
  const path = from.startsWith(`${origin}/`) ? from.slice(origin.length) : null;
  return redirect(localPath(path, `/${locale}/display`), {
    headers: { "Set-Cookie": colourSchemeCookie(result.data.scheme) },
  });
});

export default function Display() {
  const t = useT();
  const locale = useLocale();
  const { scheme } = useLoaderData<typeof loader>();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page title={t("identity.display.title")} errors={errors}>
      <PostForm action={`/${locale}/display`}>
        <Radios
          name="scheme"
          label={t("identity.display.scheme")}
          options={SCHEMES.map((value) => ({ value, label: t(`identity.display.${value}`) }))}
          defaultValue={text("scheme", scheme)}
          error={error("scheme")}
        />
        <Button>{t("common.actions.save")}</Button>
      </PostForm>
    </Page>
  );
}
