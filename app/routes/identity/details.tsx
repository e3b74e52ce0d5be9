import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { changeDetails } from "~/domain/identity/change-details.server";
import { detailsForm } from "~/domain/identity/details-form";
import { localeNames } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Radios } from "~/ui/radios";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.account.details"), { hidden: true });

export const loader = allow("person", ({ community, viewer: { name, language, bornOn } }) => ({
  name,
  language,
  bornOn: bornOn ?? "",
  languages: community.languages,
}));

export const action = allow("person", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, detailsForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  await changeDetails(community, viewer, result.data);
  return redirect(`/${locale}/account`);
});

export default function Details() {
  const t = useT();
  const locale = useLocale();
  const stored = useLoaderData<typeof loader>();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page title={t("identity.account.details")} back={{ href: `/${locale}/account` }} errors={errors}>
      <PostForm action={`/${locale}/account/details`}>
        <TextField
          name="name"
          label={t("identity.field.name")}
          hint={t("identity.field.nameHint")}
          autoComplete="name"
          width="m"
          defaultValue={text("name", stored.name)}
          error={error("name")}
        />
        <Radios
          name="language"
          label={t("identity.field.language")}
          options={stored.languages.map((value) => ({
            value,
            label: <span lang={value}>{localeNames[value]}</span>,
          }))}
          defaultValue={text("language", stored.language)}
          error={error("language")}
        />
        <DateField
          name="bornOn"
          label={t("identity.field.bornOn")}
          hint={t("identity.field.bornOnHint")}
          autoComplete="bday"
          optional
          defaultValue={text("bornOn", stored.bornOn)}
          error={error("bornOn")}
        />
        <Button>{t("common.actions.save")}</Button>
      </PostForm>
    </Page>
  );
}
