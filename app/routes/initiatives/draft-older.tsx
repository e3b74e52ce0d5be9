import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { TextChange } from "~/domain/initiatives/components/text-change";
import { answersOf } from "~/domain/initiatives/draft";
import { restoreDraft } from "~/domain/initiatives/restore-draft.server";
import { textDifference } from "~/domain/initiatives/text-difference";
import { useT } from "~/i18n/use-translation";
import { ButtonRow, LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.older.title"), { hidden: true });

/** Two windows had saved different answers to one step: the newest is kept, the older one offered (F-26). */
export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const { replaced } = draft.answers;
  if (!replaced) throw redirect(frame.base);
  const { step, answers: older } = replaced;
  const newer = answersOf(step, draft.answers);
  const fields = [...new Set([...Object.keys(older), ...Object.keys(newer)])] as (keyof typeof newer)[];
  const changes = fields
    .filter((field) => field !== "districtId" && field !== "similarSeen" && field !== "consent")
    .map((field) => ({ field, pieces: textDifference(shown(older[field]), shown(newer[field])) }))
    .filter(({ pieces }) => pieces.some(({ kind }) => kind !== "same"));
  return { base: frame.base, step, changes };
});

export const action = allow("anyone", async (input) => {
  const { frame } = await openDraft(input);
  await restoreDraft(input.community, input.params.resume ?? "");
  return redirect(`${frame.base}/older`);
});

function shown(value: string | number | boolean | string[] | undefined): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

export default function DraftOlder() {
  const { base, step, changes } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  return (
    <Page title={t("initiatives.older.title")} lead={t("initiatives.older.lead")} errors={errors}>
      {changes.map(({ field, pieces }) => (
        <Section
          key={field}
          title={t("initiatives.older.field", { step: t(`initiatives.submit.step.${step}`) })}
          quiet
        >
          <TextChange pieces={pieces} />
        </Section>
      ))}
      <ButtonRow>
        <LinkButton href={base}>{t("initiatives.older.keep")}</LinkButton>
        <ActionButton action={`${base}/older`}>{t("initiatives.older.restore")}</ActionButton>
      </ButtonRow>
    </Page>
  );
}
