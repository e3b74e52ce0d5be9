import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { proposeQuarantine } from "~/domain/petitions/propose-quarantine.server";
import { listQuarantines } from "~/domain/petitions/quarantine-queries.server";
import { criteriaOf, suspicionForm } from "~/domain/petitions/suspicion-form";
import { listBursts } from "~/domain/petitions/suspicion-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { BurstTable } from "./burst-table";
import { openChecked } from "./open-checked.server";
import { QuarantineTable } from "./quarantine-table";

export const meta = pageMeta((t) => t("integrity.quarantine.title"), { hidden: true });

export const loader = allow("moderator", async (asked) => {
  const { petition, mayCheck } = await openChecked(asked);
  const [quarantines, suspicion] = await Promise.all([
    listQuarantines(asked.community, petition.id),
    listBursts(asked.community, petition.id),
  ]);
  const { number, title, language, signatures, annulled } = petition;
  return {
    petition: { number, title, language, signatures: signatures ?? 0, annulled: annulled ?? 0 },
    mayCheck,
    quarantines,
    suspicion,
    zone: asked.community.zone,
  };
});

/** After the preview: the signatures are put up for a second person. */
export const action = allow("moderator", async (asked) => {
  const { community, viewer, form, locale } = asked;
  const { petition, mayCheck } = await openChecked(asked);
  const result = readForm(form, suspicionForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  if (!mayCheck)
    return formFailure([complaint("form", "integrity.refusal.own_petition")], result.values, 403);
  const criteria = criteriaOf(result.data, community.zone);
  const proposal = { petitionId: petition.id, criteria, cause: result.data.cause };
  const outcome = await proposeQuarantine(community, viewer, proposal);
  if (!outcome.done)
    return formFailure([complaint("form", `integrity.refusal.${outcome.reason}`)], result.values, 409);
  return redirect(`/${locale}/admin/petitions/${petition.number}/quarantines/${outcome.value.id}`);
});

export default function Quarantines() {
  const t = useT();
  const locale = useLocale();
  const { petition, mayCheck, quarantines } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const base = `/${locale}/admin/petitions/${petition.number}`;
  return (
    <Page
      title={t("integrity.quarantine.title")}
      caption={
        <>
          {t("moderation.petition.caption", { number: petition.number })}:{" "}
          <span lang={petition.language === locale ? undefined : petition.language}>{petition.title}</span>
        </>
      }
      lead={t("integrity.quarantine.lead")}
      status={t("integrity.quarantine.standing", {
        counted: petition.signatures,
        removed: petition.annulled,
      })}
      back={{ href: base }}
      errors={errors}
      wide
    >
      {mayCheck ? null : (
        <Notice tone="warning" title={t("integrity.refusal.own_petition")}>
          {t("integrity.quarantine.own")}
        </Notice>
      )}
      <Bursts base={base} />
      <Section title={t("integrity.quarantine.listTitle")}>
        {quarantines.length === 0 ? (
          <EmptyState title={t("integrity.quarantine.empty")} />
        ) : (
          <QuarantineTable rows={quarantines} base={base} />
        )}
      </Section>
    </Page>
  );
}

function Bursts({ base }: { base: string }) {
  const t = useT();
  const { mayCheck, suspicion, zone } = useLoaderData<typeof loader>();
  return (
    <Section title={t("integrity.burst.title")} lead={t("integrity.burst.lead", { from: suspicion.from })}>
      {suspicion.bursts.length === 0 ? (
        <EmptyState title={t("integrity.burst.empty")} />
      ) : (
        <BurstTable suspicion={suspicion} base={base} zone={zone} mayCheck={mayCheck} />
      )}
      {mayCheck ? (
        <ButtonRow>
          <LinkButton href={`${base}/quarantines/new`} variant="secondary">
            {t("integrity.quarantine.byHand")}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </Section>
  );
}
