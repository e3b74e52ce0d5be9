import type { LocalText } from "~/domain/communities/community";
import type { ResidenceBasis } from "~/domain/identity/residence";
import { SHEET_LINES } from "~/domain/petitions/sheet";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { TextField } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { PostForm } from "~/ui/form";
import { Select } from "~/ui/select";
import { type FormAnswers, useFormAnswers } from "~/ui/use-form-answers";

type Props = {
  action: string;
  bases: readonly ResidenceBasis[];
  districts: { id: string; name: LocalText }[];
};

const LINES = Array.from({ length: SHEET_LINES }, (_, place) => place + 1);

/** The sheet as it lies on the table: its number, then ten lines; empty ones are not sent on. */
export function SheetFields({ action, bases, districts }: Props) {
  const t = useT();
  const answers = useFormAnswers();
  const { text, error } = answers;
  return (
    <PostForm action={action}>
      <div className="field-pair">
        <TextField
          name="batch"
          label={t("integrity.sheet.batch")}
          hint={t("integrity.sheet.batchHint")}
          width="s"
          maxLength={20}
          defaultValue={text("batch")}
          error={error("batch")}
        />
        <TextField
          name="number"
          label={t("integrity.sheet.number")}
          hint={t("integrity.sheet.numberHint")}
          inputMode="numeric"
          width="s"
          defaultValue={text("number")}
          error={error("number")}
        />
      </div>
      <p className="hint">{t("integrity.sheet.unreadableHint")}</p>
      {LINES.map((line) => (
        <LineFields key={line} line={line} bases={bases} districts={districts} answers={answers} />
      ))}
      <ButtonRow>
        <Button>{t("integrity.sheet.keep")}</Button>
      </ButtonRow>
    </PostForm>
  );
}

type LineProps = Omit<Props, "action"> & { line: number; answers: FormAnswers };

function LineFields({ line, bases, districts, answers: { text, error } }: LineProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Fieldset legend={t("integrity.sheet.line", { line })}>
      <div className="sheet-line">
        <TextField
          name={`name_${line}`}
          label={t("integrity.sheet.name")}
          width="l"
          autoComplete="off"
          defaultValue={text(`name_${line}`)}
          error={error(`name_${line}`)}
        />
        <DateField
          name={`born_${line}`}
          label={t("integrity.sheet.bornOn")}
          autoComplete="off"
          defaultValue={text(`born_${line}`)}
          error={error(`born_${line}`)}
        />
        {districts.length > 0 ? (
          <Select
            name={`district_${line}`}
            label={t("integrity.sheet.district")}
            emptyLabel={t("integrity.sheet.noDistrict")}
            options={districts.map(({ id, name }) => ({ value: id, label: localText(name, locale).text }))}
            defaultValue={text(`district_${line}`)}
            error={error(`district_${line}`)}
          />
        ) : null}
        <Select
          name={`basis_${line}`}
          label={t("integrity.sheet.basis")}
          emptyLabel={false}
          options={bases.map((value) => ({ value, label: t(`integrity.sheet.basisName.${value}`) }))}
          defaultValue={text(`basis_${line}`, bases[0])}
          error={error(`basis_${line}`)}
        />
      </div>
    </Fieldset>
  );
}
