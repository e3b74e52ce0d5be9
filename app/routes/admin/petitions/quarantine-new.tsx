import { useActionData, useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { listThresholdFacts } from "~/domain/petitions/petition-queries.server";
import { thresholdsAfter } from "~/domain/petitions/suspicion";
import { criteriaOf, suspicionAsked, suspicionForm } from "~/domain/petitions/suspicion-form";
import { findEffect } from "~/domain/petitions/suspicion-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openChecked } from "./open-checked.server";
import { type Preview, QuarantinePreview } from "./quarantine-preview";
import { SuspicionFields } from "./suspicion-fields";

export const meta = pageMeta((t) => t("integrity.suspicion.title"), { hidden: true });

export const loader = allow("moderator", async (asked) => {
  const { petition, mayCheck } = await openChecked(asked);
  if (!mayCheck) throw new Response(null, { status: 403 });
  const districts = await listDistricts(asked.community);
  const { number, title, language } = petition;
  return {
    petition: { number, title, language },
    asked: suspicionAsked(asked.url.searchParams),
    districts: districts.map(({ id, name }) => ({ id, name })),
  };
});

/** Changes nothing: says what an annulment would do to the count, with the button that proposes it. */
export const action = allow("moderator", async (asked) => {
  const { community, form } = asked;
  const { petition, mayCheck } = await openChecked(asked);
  if (!mayCheck) throw new Response(null, { status: 403 });
  const result = readForm(form, suspicionForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const effect = await findEffect(community, petition.id, criteriaOf(result.data, community.zone));
  if (effect.total === 0)
    return formFailure([complaint("form", "integrity.refusal.nothing_matches")], result.values);
  const facts = await listThresholdFacts(community, petition.id);
  const counted = petition.signatures ?? 0;
  const thresholds = thresholdsAfter(petition.rules, {
    counted,
    taken: effect.total,
    facts: new Set(facts.map(({ threshold }) => threshold)),
  });
  const preview: Preview = { input: result.data, effect, counted, thresholds };
  return { preview, values: result.values, errors: [] };
});

export default function NewQuarantine() {
  const t = useT();
  const locale = useLocale();
  const { petition, asked, districts } = useLoaderData<typeof loader>();
  const preview = useActionData<{ preview?: Preview }>()?.preview;
  const { errors } = useFormAnswers();
  const base = `/${locale}/admin/petitions/${petition.number}/quarantines`;
  return (
    <Page
      title={t(preview ? "integrity.preview.title" : "integrity.suspicion.title")}
      caption={
        <>
          {t("moderation.petition.caption", { number: petition.number })}:{" "}
          <span lang={petition.language === locale ? undefined : petition.language}>{petition.title}</span>
        </>
      }
      lead={t(preview ? "integrity.preview.lead" : "integrity.suspicion.lead")}
      back={{ href: base }}
      errors={errors}
    >
      {preview ? (
        <QuarantinePreview preview={preview} base={base} districts={districts} />
      ) : (
        <SuspicionFields action={`${base}/new`} asked={asked} districts={districts} />
      )}
    </Page>
  );
}
