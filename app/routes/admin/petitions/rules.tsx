import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { changePetitionRules } from "~/domain/petitions/change-petition-rules.server";
import { faultComplaints } from "~/domain/petitions/rule-faults";
import { presetRules, RULE_PRESETS } from "~/domain/petitions/rule-presets";
import { rulesForm, rulesOf, rulesValues } from "~/domain/petitions/rules-form";
import { findPetitionRules, listRuleVersions } from "~/domain/petitions/rules-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow, LinkButton } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { RuleVersions } from "./rule-versions";
import { AfterFields, SignerFields, StartFields } from "./rules-fields";
import { RulesMerge } from "./rules-merge";
import { ThresholdFields } from "./threshold-fields";

export const meta = pageMeta((t) => t("moderation.rules.title"), { hidden: true });

export const loader = allow("administrator", async ({ community, url }) => {
  const preset = RULE_PRESETS.find((known) => known === url.searchParams.get("preset")) ?? null;
  const [current, versions, districts] = await Promise.all([
    findPetitionRules(community),
    listRuleVersions(community),
    listDistricts(community),
  ]);
  return {
    version: current.version,
    current: current.rules,
    preset,
    values: rulesValues(preset ? presetRules(preset) : current.rules),
    versions,
    languages: community.languages,
    districts: districts.map(({ id, name }) => ({ id, name })),
  };
});

export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const districtIds = (await listDistricts(community)).map(({ id }) => id);
  const result = readForm(form, rulesForm(districtIds));
  if (!result.ok) return formFailure(result.errors, result.values);
  const rules = rulesOf(result.data, community.languages, districtIds);
  const faults = faultComplaints(rules);
  if (faults.length > 0) {
    const told = faults.map(({ field, fault }) => complaint(field, `moderation.fault.${fault}`));
    return formFailure(told, result.values);
  }
  const outcome = await changePetitionRules(community, viewer, { version: result.data.version, rules });
  if (outcome.done) return redirect(`/${locale}/admin/petition-rules?saved=${outcome.value.version}`);
  return formFailure([complaint("form", `moderation.refusal.${outcome.reason}`)], result.values, 409);
});

export default function PetitionRulesPage() {
  const t = useT();
  const locale = useLocale();
  const { version, current, preset, versions, districts, languages, values } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const fields = { values, languages, districts };
  return (
    <Page
      title={t("moderation.rules.title")}
      lead={t("moderation.rules.lead")}
      status={version === 0 ? t("moderation.rules.notConfirmed") : t("moderation.rules.version", { version })}
      back={{ href: `/${locale}/admin` }}
      errors={errors}
      notice={
        preset ? (
          <Notice title={t(`moderation.rules.preset.${preset}`)}>{t("moderation.rules.presetShown")}</Notice>
        ) : null
      }
    >
      <RulesMerge current={current} languages={languages} districts={districts} />
      <Presets />
      <PostForm action={`/${locale}/admin/petition-rules`}>
        <input type="hidden" name="version" value={version} />
        <StartFields {...fields} />
        <SignerFields {...fields} />
        <ThresholdFields {...fields} />
        <AfterFields {...fields} />
        <ButtonRow>
          <Button>{t(version === 0 ? "moderation.rules.confirm" : "moderation.rules.save")}</Button>
        </ButtonRow>
        <p className="hint">{t("moderation.rules.saveHint")}</p>
      </PostForm>
      <RuleVersions versions={versions} districts={districts} />
    </Page>
  );
}

/** Starting values fill the form; nothing is saved until the administrator has read and saved it. */
function Presets() {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("moderation.rules.presets")} lead={t("moderation.rules.presetsLead")} quiet>
      <ButtonRow>
        {RULE_PRESETS.map((preset) => (
          <LinkButton
            key={preset}
            href={`/${locale}/admin/petition-rules?preset=${preset}`}
            variant="secondary"
          >
            {t(`moderation.rules.preset.${preset}`)}
          </LinkButton>
        ))}
      </ButtonRow>
    </Section>
  );
}
