import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { ROUND_LIMITS, readLocal, roundTextForm } from "~/domain/prioritisation/round-form";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { LocalFields, storedLocal } from "./local-fields";
import { frameOf, openRound, saveStep } from "./open-round.server";
import { StepPage } from "./step-page";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const { title, summary } = round;
  return { frame: frameOf(round), title, summary, languages: asked.community.languages };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, roundTextForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { languages } = asked.community;
  const patch = {
    title: readLocal(result.data, "title", languages),
    summary: readLocal(result.data, "summary", languages),
  };
  return await saveStep(asked, round, result.data, result.values, patch);
});

export const meta = pageMeta((t) => t("prioritisation.setup.step.text"), { hidden: true });

export default function RoundText() {
  const t = useT();
  const { frame, title, summary, languages } = useLoaderData<typeof loader>();
  return (
    <StepPage
      frame={frame}
      step="text"
      title={t("prioritisation.setup.step.text")}
      stored={[
        ...storedLocal("title", t("prioritisation.field.title"), languages, title),
        ...storedLocal("summary", t("prioritisation.field.summary"), languages, summary),
      ]}
    >
      <LocalFields
        name="title"
        legend={t("prioritisation.field.title")}
        hint={t("prioritisation.field.titleHint")}
        languages={languages}
        stored={title}
        maximum={ROUND_LIMITS.title}
      />
      <LocalFields
        name="summary"
        legend={t("prioritisation.field.summary")}
        hint={t("prioritisation.field.summaryHint")}
        languages={languages}
        stored={summary}
        maximum={ROUND_LIMITS.summary}
        long
      />
    </StepPage>
  );
}
