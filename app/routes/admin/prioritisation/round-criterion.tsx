import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { criterionForm, ROUND_LIMITS, readLocal } from "~/domain/prioritisation/round-form";
import type { RoundRecord } from "~/domain/prioritisation/round-record";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { LocalFields, storedLocal } from "./local-fields";
import { frameOf, openRound, saveStep } from "./open-round.server";
import { StepPage } from "./step-page";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const { question, rule } = find(round, asked.params["number"]);
  return {
    frame: frameOf(round),
    number: asked.params["number"] ?? "",
    question,
    rule,
    languages: asked.community.languages,
  };
});

function find(
  { criteria }: RoundRecord,
  number: string | undefined,
): Pick<RoundRecord["criteria"][number], "question" | "rule"> {
  if (number === "new") return { question: {}, rule: {} };
  const found = criteria.find((criterion) => String(criterion.number) === number);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const { number } = asked.params;
  find(round, number);
  const result = readForm(asked.form, criterionForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { languages } = asked.community;
  const written = {
    question: readLocal(result.data, "question", languages),
    rule: readLocal(result.data, "rule", languages),
  };
  const empty = languages.flatMap((language) => [
    ...(written.question[language] ? [] : [complaint(`question_${language}`, "errors.required")]),
    ...(written.rule[language] ? [] : [complaint(`rule_${language}`, "errors.required")]),
  ]);
  if (empty.length > 0) return formFailure(empty, result.values);
  const kept = round.criteria.map((old) => (String(old.number) === number ? written : old));
  const criteria = number === "new" ? [...kept, written] : kept;
  return await saveStep(asked, round, result.data, result.values, { criteria }, "/criteria");
});

export const meta = pageMeta((t) => t("prioritisation.setup.step.criteria"), { hidden: true });

export default function RoundCriterion() {
  const t = useT();
  const { frame, number, question, rule, languages } = useLoaderData<typeof loader>();
  return (
    <StepPage
      frame={frame}
      step={`criteria/${number}`}
      back="/criteria"
      title={
        number === "new"
          ? t("prioritisation.field.addCriterion")
          : t("prioritisation.field.criterion", { number })
      }
      stored={[
        ...storedLocal("question", t("prioritisation.field.question"), languages, question),
        ...storedLocal("rule", t("prioritisation.field.rule"), languages, rule),
      ]}
    >
      <LocalFields
        name="question"
        legend={t("prioritisation.field.question")}
        hint={t("prioritisation.field.questionHint")}
        languages={languages}
        stored={question}
        maximum={ROUND_LIMITS.question}
      />
      <LocalFields
        name="rule"
        legend={t("prioritisation.field.rule")}
        hint={t("prioritisation.field.ruleHint")}
        languages={languages}
        stored={rule}
        maximum={ROUND_LIMITS.rule}
        long
      />
    </StepPage>
  );
}
