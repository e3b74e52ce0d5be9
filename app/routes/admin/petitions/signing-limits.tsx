import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { changeSigningLimits } from "~/domain/petitions/change-signing-limits.server";
import { LONGEST_WINDOW, limitsOf, signingLimitsForm } from "~/domain/petitions/limits-form";
import { DEFAULT_LIMITS, LIMIT_SCOPES, type LimitScope } from "~/domain/petitions/signing-limits";
import { listSetLimits } from "~/domain/petitions/signing-network-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("integrity.limits.title"), { hidden: true });

export const loader = allow("administrator", async ({ community, url }) => ({
  limits: await listSetLimits(community),
  saved: url.searchParams.has("saved"),
}));

export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, signingLimitsForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  await changeSigningLimits(community, viewer, limitsOf(result.data));
  return redirect(`/${locale}/admin/signing-limits?saved`);
});

export default function SigningLimits() {
  const t = useT();
  const locale = useLocale();
  const { saved } = useLoaderData<typeof loader>();
  const { errors, failed } = useFormAnswers();
  return (
    <Page
      title={t("integrity.limits.title")}
      lead={t("integrity.limits.lead")}
      back={{ href: `/${locale}/admin` }}
      errors={errors}
      notice={saved && !failed ? <Notice tone="success" title={t("integrity.limits.saved")} live /> : null}
    >
      <p className="measure">{t("integrity.limits.counted")}</p>
      <PostForm action={`/${locale}/admin/signing-limits`}>
        {LIMIT_SCOPES.map((scope) => (
          <LimitFields key={scope} scope={scope} />
        ))}
        <ButtonRow>
          <Button>{t("common.actions.save")}</Button>
        </ButtonRow>
      </PostForm>
      <Section
        title={t("integrity.networks.title")}
        lead={t("integrity.networks.lead")}
        action={{ href: `/${locale}/admin/signing-networks`, label: t("integrity.networks.open") }}
        quiet
      >
        {null}
      </Section>
    </Page>
  );
}

function LimitFields({ scope }: { scope: LimitScope }) {
  const t = useT();
  const format = useFormat();
  const { limits } = useLoaderData<typeof loader>();
  const { text, error } = useFormAnswers();
  const set = limits.find((limit) => limit.scope === scope);
  const usual = DEFAULT_LIMITS[scope];
  return (
    <Fieldset
      legend={t(`integrity.limits.scope.${scope}`)}
      id={`limit-${scope}`}
      hint={
        usual
          ? t("integrity.limits.usual", { most: usual.most, minutes: usual.minutes })
          : t("integrity.limits.none")
      }
    >
      <div className="field-pair">
        <TextField
          name={`${scope}_most`}
          label={t("integrity.limits.most")}
          inputMode="numeric"
          width="s"
          defaultValue={text(`${scope}_most`, set ? String(set.most) : "")}
          error={error(`${scope}_most`)}
        />
        <TextField
          name={`${scope}_minutes`}
          label={t("integrity.limits.minutes", { most: format.number(LONGEST_WINDOW) })}
          inputMode="numeric"
          width="s"
          defaultValue={text(`${scope}_minutes`, set ? String(set.minutes) : "")}
          error={error(`${scope}_minutes`)}
        />
      </div>
    </Fieldset>
  );
}
