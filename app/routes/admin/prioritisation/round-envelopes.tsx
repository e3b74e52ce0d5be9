import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { amountText, envelopesForm, readEnvelopes } from "~/domain/prioritisation/round-form";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { TextField } from "~/ui/field";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { districtNames, frameOf, openRound, saveStep } from "./open-round.server";
import { StepPage, type StoredField } from "./step-page";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const envelopes = round.envelopes.map(({ districtId, amount }) => ({ districtId, amount }));
  const { currency } = asked.community;
  return { frame: frameOf(round), envelopes, districts: await districtNames(asked), currency };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const districtIds = (await listDistricts(asked.community)).map(({ id }) => id);
  const result = readForm(asked.form, envelopesForm(districtIds));
  if (!result.ok) return formFailure(result.errors, result.values);
  const { envelopes, wrong } = readEnvelopes(result.data, districtIds);
  if (wrong.length > 0) {
    return formFailure(
      wrong.map((field) => complaint(field, "prioritisation.error.amount")),
      result.values,
    );
  }
  return await saveStep(asked, round, result.data, result.values, { envelopes });
});

export const meta = pageMeta((t) => t("prioritisation.setup.step.envelopes"), { hidden: true });

export default function RoundEnvelopes() {
  const t = useT();
  const locale = useLocale();
  const { frame, envelopes, districts, currency } = useLoaderData<typeof loader>();
  const field = (districtId: string | null, label: string): StoredField => {
    const stored = envelopes.find((envelope) => envelope.districtId === districtId);
    return {
      name: `amount_${districtId ?? "whole"}`,
      label,
      stored: stored ? amountText(stored.amount) : "",
    };
  };
  const whole = field(null, t("prioritisation.area.whole"));
  const own = districts.map(({ id, name }) => field(id, localText(name, locale).text));
  return (
    <StepPage
      frame={frame}
      step="envelopes"
      title={t("prioritisation.setup.step.envelopes")}
      lead={t("prioritisation.field.envelopesLead")}
      stored={[whole, ...own]}
    >
      <Amount field={whole} hint={t("prioritisation.field.amountHint")} currency={currency} />
      {own.length > 0 ? (
        <Section
          title={t("prioritisation.field.ownEnvelopes")}
          lead={t("prioritisation.field.ownEnvelopesLead")}
          quiet
        >
          {own.map((each) => (
            <Amount key={each.name} field={each} currency={currency} />
          ))}
        </Section>
      ) : null}
    </StepPage>
  );
}

function Amount({
  field: { name, label, stored },
  hint,
  currency,
}: {
  field: StoredField;
  hint?: string;
  currency: string;
}) {
  const { text, error } = useFormAnswers();
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      optional
      defaultValue={text(name, stored)}
      error={error(name)}
      inputMode="decimal"
      width="s"
      suffix={currency}
    />
  );
}
