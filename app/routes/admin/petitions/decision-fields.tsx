import { DECISION_LIMITS, namesGround } from "~/domain/petitions/decision-form";
import { HIDING_GROUNDS, type ModerationStep } from "~/domain/petitions/moderation";
import { REFUSAL_GROUNDS } from "~/domain/petitions/petition";
import { useFormat, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { PostForm } from "~/ui/form";
import { Radios } from "~/ui/radios";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { useFormFailure } from "~/ui/use-form-failure";

type Props = { base: string; step: ModerationStep; dueAt: Date | null };

/** What a step asks of the moderator: the ground with its rule, words for everybody, whether to hide the text. */
export function DecisionFields({ base, step, dueAt }: Props) {
  const t = useT();
  const format = useFormat();
  const { text, error } = useFormAnswers();
  const { values } = useFormFailure();
  return (
    <PostForm action={`${base}/decisions/${step}`}>
      {namesGround(step) ? <GroundChoice step={step} /> : null}
      <TextArea
        name="note"
        label={t(step === "refuse" ? "moderation.decision.noteRefuse" : "moderation.decision.note")}
        hint={t("moderation.decision.noteHint")}
        optional={step === "open"}
        rows={5}
        maxCharacters={DECISION_LIMITS.note}
        defaultValue={text("note")}
        error={error("note")}
      />
      {step === "refuse" ? (
        <Checkbox
          name="hide"
          label={t("moderation.decision.hide")}
          hint={t("moderation.decision.hideHint")}
          defaultChecked={typeof values["hide"] === "string"}
          error={error("hide")}
        />
      ) : null}
      {dueAt ? (
        <p className="measure">
          {t(`moderation.decision.due.${dueStep(step)}`, { date: format.deadlineZone(dueAt) })}
        </p>
      ) : null}
      <ButtonRow>
        <Button>{t("moderation.decision.toPreview")}</Button>
      </ButtonRow>
    </PostForm>
  );
}

function dueStep(step: ModerationStep): "open" | "return" | "refuse" {
  return step === "return" || step === "refuse" ? step : "open";
}

function GroundChoice({ step }: { step: ModerationStep }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  const grounds = step === "hide" ? HIDING_GROUNDS : REFUSAL_GROUNDS;
  return (
    <Radios
      name="ground"
      label={t("moderation.decision.ground")}
      options={grounds.map((ground) => ({
        value: ground,
        label: t(`petitions.ground.${ground}`),
        hint: t(`petitions.rule.${ground}`),
      }))}
      defaultValue={text("ground")}
      error={error("ground")}
    />
  );
}
