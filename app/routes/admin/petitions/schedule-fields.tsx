import { DEBATE_LIMITS } from "~/domain/petitions/debate-form";
import { useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";

type Props = { shown: { base: string; zone: string; earliest: string; newest: { id: string } | null } };

/** When and where; a new date also says why. */
export function ScheduleFields({ shown: { base, zone, earliest, newest } }: Props) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <PostForm action={`${base}/debate`}>
      <input type="hidden" name="seen" value={newest?.id ?? ""} />
      <DateField
        name="when"
        label={t("answers.set.when", { zone })}
        withTime
        min={earliest}
        defaultValue={text("when")}
        error={error("when")}
      />
      <TextField
        name="place"
        label={t("answers.set.place")}
        hint={t("answers.set.placeHint")}
        maxLength={DEBATE_LIMITS.place}
        defaultValue={text("place")}
        error={error("place")}
      />
      <TextField
        name="meetingAddress"
        type="url"
        label={t("answers.set.meeting")}
        hint={t("answers.set.meetingHint")}
        optional
        defaultValue={text("meetingAddress")}
        error={error("meetingAddress")}
      />
      {newest ? (
        <TextArea
          name="note"
          label={t("answers.set.note")}
          rows={3}
          optional
          maxCharacters={DEBATE_LIMITS.reason}
          defaultValue={text("note")}
          error={error("note")}
        />
      ) : null}
      <ButtonRow>
        <Button>{t("answers.set.scheduleButton")}</Button>
      </ButtonRow>
    </PostForm>
  );
}
