import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { createRound } from "~/domain/prioritisation/create-round.server";
import { newRoundForm, ROUND_LIMITS, readLocal } from "~/domain/prioritisation/round-form";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { LocalFields } from "./local-fields";

export const loader = allow("administrator", ({ community }) => ({ languages: community.languages }));

export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, newRoundForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { languages } = community;
  const title = readLocal(result.data, "title", languages);
  if (Object.keys(title).length === 0) {
    return formFailure([complaint(`title_${languages[0]}`, "prioritisation.error.title")], result.values);
  }
  const round = { slug: result.data.slug, title, summary: readLocal(result.data, "summary", languages) };
  const outcome = await createRound(community, viewer, round);
  if (!outcome.done) {
    return formFailure([complaint("slug", `prioritisation.refusal.${outcome.reason}`)], result.values, 409);
  }
  return redirect(`/${locale}/admin/rounds/${outcome.value.slug}`);
});

export const meta = pageMeta((t) => t("prioritisation.setup.new"), { hidden: true });

export default function NewRound() {
  const t = useT();
  const locale = useLocale();
  const { languages } = useLoaderData<typeof loader>();
  const { errors, error, text } = useFormAnswers();
  return (
    <Page title={t("prioritisation.setup.new")} back={{ href: `/${locale}/admin/rounds` }} errors={errors}>
      <PostForm action={`/${locale}/admin/rounds/new`}>
        <LocalFields
          name="title"
          legend={t("prioritisation.field.title")}
          hint={t("prioritisation.field.titleHint")}
          languages={languages}
          stored={{}}
          maximum={ROUND_LIMITS.title}
        />
        <TextField
          name="slug"
          label={t("prioritisation.field.slug")}
          hint={t("prioritisation.field.slugHint")}
          defaultValue={text("slug")}
          error={error("slug")}
          width="s"
          spellCheck={false}
        />
        <LocalFields
          name="summary"
          legend={t("prioritisation.field.summary")}
          hint={t("prioritisation.field.summaryHint")}
          languages={languages}
          stored={{}}
          maximum={ROUND_LIMITS.summary}
          long
        />
        <Button>{t("common.actions.continue")}</Button>
      </PostForm>
    </Page>
  );
}
