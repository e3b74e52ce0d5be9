import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { RESIDENCE_BASES } from "~/domain/identity/residence";
import { ALLOCATION_RULES, BALLOT_KINDS } from "~/domain/prioritisation/round";
import { missingDrawSource, rulesForm, rulesOf } from "~/domain/prioritisation/round-form";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Checkbox, Checkboxes } from "~/ui/checkboxes";
import { TextField } from "~/ui/field";
import { pageMeta } from "~/ui/page-meta";
import { Radios } from "~/ui/radios";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { useFormFailure } from "~/ui/use-form-failure";
import { storedLocal } from "./local-fields";
import { frameOf, openRound, saveStep } from "./open-round.server";
import { StepPage } from "./step-page";
import { TieFields } from "./tie-fields";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  return { frame: frameOf(round), rules: round.rules, languages: asked.community.languages };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, rulesForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { languages } = asked.community;
  const missing = missingDrawSource(result.data, languages);
  if (missing.length > 0) {
    const complaints = missing.map((field) => complaint(field, "prioritisation.error.drawSource"));
    return formFailure(complaints, result.values);
  }
  const rules = rulesOf(result.data, languages);
  return await saveStep(asked, round, result.data, result.values, { rules });
});

export const meta = pageMeta((t) => t("prioritisation.setup.step.rules"), { hidden: true });

export default function RoundRules() {
  const t = useT();
  const { frame, rules, languages } = useLoaderData<typeof loader>();
  const source = t("prioritisation.field.drawSource");
  const { eligibility } = rules;
  const number = (name: "maxChoices" | "minimumVotes" | "minimumAge", value: number) => ({
    name,
    label: t(`prioritisation.sheet.rules.${name}`),
    stored: String(value),
  });
  return (
    <StepPage
      frame={frame}
      step="rules"
      title={t("prioritisation.setup.step.rules")}
      lead={t("prioritisation.field.rulesLead")}
      stored={[
        { name: "ballot", label: t("prioritisation.sheet.rules.ballot"), stored: rules.ballot },
        number("maxChoices", rules.maxChoices),
        { name: "allocation", label: t("prioritisation.sheet.rules.allocation"), stored: rules.allocation },
        number("minimumVotes", rules.minimumVotes),
        { name: "tieOrder", label: t("prioritisation.sheet.rules.tieOrder"), stored: rules.tieOrder },
        ...storedLocal("drawSource", source, languages, rules.drawSource ?? {}),
        number("minimumAge", eligibility.minimumAge),
      ]}
    >
      <WhoFields />
      <BallotFields />
      <CountFields />
      <TieFields rules={rules} languages={languages} />
    </StepPage>
  );
}

function WhoFields() {
  const t = useT();
  const { rules } = useLoaderData<typeof loader>();
  const { eligibility } = rules;
  const { text, error, checked } = useFormAnswers();
  const { values } = useFormFailure();
  const typed = values["bases"];
  return (
    <Section title={t("prioritisation.who.title")}>
      <Checkboxes
        name="bases[]"
        label={t("prioritisation.sheet.rules.bases")}
        options={RESIDENCE_BASES.map((basis) => ({
          value: basis,
          label: t(`prioritisation.basis.${basis}`),
        }))}
        defaultValue={Array.isArray(typed) ? typed : [...eligibility.bases]}
        error={error("bases")}
      />
      <TextField
        name="minimumAge"
        label={t("prioritisation.sheet.rules.minimumAge")}
        hint={t("prioritisation.field.ageHint")}
        defaultValue={text("minimumAge", String(eligibility.minimumAge))}
        error={error("minimumAge")}
        inputMode="numeric"
        width="xs"
      />
      <Checkbox
        name="verifiedResidence"
        label={t("prioritisation.field.verified")}
        hint={t("prioritisation.field.verifiedHint")}
        defaultChecked={checked("verifiedResidence", eligibility.verifiedResidence)}
      />
    </Section>
  );
}

function BallotFields() {
  const t = useT();
  const { rules } = useLoaderData<typeof loader>();
  const { text, error } = useFormAnswers();
  return (
    <Section title={t("prioritisation.sheet.rules.ballot")}>
      <Radios
        name="ballot"
        label={t("prioritisation.field.ballot")}
        options={BALLOT_KINDS.map((kind) => ({
          value: kind,
          label: t(`prioritisation.ballotKind.${kind}.name`),
          hint: t(`prioritisation.ballotKind.${kind}.hint`),
        }))}
        defaultValue={text("ballot", rules.ballot)}
        error={error("ballot")}
      />
      <TextField
        name="maxChoices"
        label={t("prioritisation.sheet.rules.maxChoices")}
        hint={t("prioritisation.field.maxChoicesHint")}
        defaultValue={text("maxChoices", String(rules.maxChoices))}
        error={error("maxChoices")}
        inputMode="numeric"
        width="xs"
      />
    </Section>
  );
}

function CountFields() {
  const t = useT();
  const { rules } = useLoaderData<typeof loader>();
  const { text, error } = useFormAnswers();
  return (
    <Section title={t("prioritisation.counting.title")}>
      <Radios
        name="allocation"
        label={t("prioritisation.sheet.rules.allocation")}
        options={ALLOCATION_RULES.map((rule) => ({
          value: rule,
          label: t(`prioritisation.allocation.${rule}.name`),
          hint: t(`prioritisation.allocation.${rule}.plain`),
        }))}
        defaultValue={text("allocation", rules.allocation)}
        error={error("allocation")}
      />
      <TextField
        name="minimumVotes"
        label={t("prioritisation.sheet.rules.minimumVotes")}
        hint={t("prioritisation.field.minimumVotesHint")}
        defaultValue={text("minimumVotes", String(rules.minimumVotes))}
        error={error("minimumVotes")}
        inputMode="numeric"
        width="xs"
      />
    </Section>
  );
}
