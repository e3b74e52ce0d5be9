import { useT } from "~/i18n/use-translation";
import { TextField } from "~/ui/field";
import { useFormAnswers } from "~/ui/use-form-answers";

export function MinutesField({ optional, stored }: { optional?: boolean; stored?: string }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <TextField
      name="minutesAddress"
      type="url"
      label={t("answers.set.minutes")}
      optional={optional}
      defaultValue={text("minutesAddress", stored)}
      error={error("minutesAddress")}
    />
  );
}
