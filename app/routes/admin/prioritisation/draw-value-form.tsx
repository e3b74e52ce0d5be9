import { LONGEST_DRAW_VALUE } from "~/domain/voting/draw-form";
import { useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { useFormAnswers } from "~/ui/use-form-answers";

type Props = {
  address: string;
  typed: string;
  /** What was typed is no value. */
  refused: boolean;
};

/** Changes nothing: it leads to the page on which the value is checked and saved. */
export function DrawValueForm({ address, typed, refused }: Props) {
  const t = useT();
  const { error, text } = useFormAnswers();
  const wrong = refused ? t("prioritisation.error.drawValue") : undefined;
  return (
    <form method="get" action={address} noValidate>
      <TextField
        name="value"
        label={t("prioritisation.draw.admin.field")}
        hint={t("prioritisation.draw.admin.hint")}
        defaultValue={text("value", typed)}
        error={error("value") ?? wrong}
        maxLength={LONGEST_DRAW_VALUE}
        width="m"
        autoComplete="off"
        spellCheck={false}
      />
      <ButtonRow>
        <Button>{t("common.actions.continue")}</Button>
      </ButtonRow>
    </form>
  );
}
