import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { versionForm } from "~/domain/prioritisation/round-form";
import { usualCriteria } from "~/domain/prioritisation/usual-criteria";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Entry, EntryList } from "~/ui/entry-list";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { frameOf, openRound, saveStep } from "./open-round.server";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  return { frame: frameOf(round), criteria: round.criteria };
});

/** Adds the usual questions to an empty list; each can be changed afterwards. */
export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, versionForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const criteria = [...round.criteria, ...usualCriteria(asked.community.languages)];
  return await saveStep(
    asked,
    round,
    { ...result.data, reason: "" },
    result.values,
    { criteria },
    "/criteria",
  );
});

export const meta = pageMeta((t) => t("prioritisation.setup.step.criteria"), { hidden: true });

export default function RoundCriteria() {
  const t = useT();
  const locale = useLocale();
  const { frame, criteria } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const base = `/${locale}/admin/rounds/${frame.slug}`;
  return (
    <Page
      title={t("prioritisation.setup.step.criteria")}
      caption={<Localised text={frame.title} label={false} />}
      lead={t("prioritisation.field.criteriaLead")}
      back={{ href: base }}
      errors={errors}
    >
      {criteria.length === 0 ? <EmptyState title={t("prioritisation.field.noCriteria")} /> : null}
      {criteria.length > 0 ? (
        <Section title={t("prioritisation.rules.criteria")}>
          <CriterionList base={base} />
        </Section>
      ) : null}
      {frame.locked ? null : (
        <ButtonRow>
          <LinkButton href={`${base}/criteria/new`}>{t("prioritisation.field.addCriterion")}</LinkButton>
          {criteria.length === 0 ? (
            <ActionButton action={`${base}/criteria`} values={{ version: String(frame.version) }}>
              {t("prioritisation.field.usualCriteria")}
            </ActionButton>
          ) : null}
        </ButtonRow>
      )}
    </Page>
  );
}

function CriterionList({ base }: { base: string }) {
  const t = useT();
  const { frame, criteria } = useLoaderData<typeof loader>();
  const values = { version: String(frame.version) };
  return (
    <EntryList>
      {criteria.map(({ number, question, rule }) => (
        <Entry
          key={number}
          title={
            <>
              {number}. <Localised text={question} />
            </>
          }
          href={`${base}/criteria/${number}`}
          action={
            frame.locked ? undefined : (
              <ActionButton action={`${base}/criteria/${number}/remove`} values={values} variant="quiet">
                {t("common.actions.delete")}
                <span className="visually-hidden"> {number}</span>
              </ActionButton>
            )
          }
        >
          <p className="measure">
            <Localised text={rule} />
          </p>
        </Entry>
      ))}
    </EntryList>
  );
}
