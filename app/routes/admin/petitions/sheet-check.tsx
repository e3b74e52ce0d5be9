import { LINE_OUTCOMES } from "~/domain/petitions/sheet";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Radios } from "~/ui/radios";
import { Tag } from "~/ui/tag";
import { useFormAnswers } from "~/ui/use-form-answers";
import type { ShownLine } from "./sheet-lines";

/** The second person holds the paper beside the screen and says something of every line. */
export function SheetCheck({ action, lines }: { action: string; lines: ShownLine[] }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <PostForm action={action}>
      <p className="measure">{t("integrity.sheet.checkLead")}</p>
      {lines.map((line) => (
        <Radios
          key={line.id}
          name={`outcome_${line.line}`}
          label={<LineWords line={line} />}
          hint={line.signedBefore ? <Tag tone="warning">{t("integrity.sheet.signedBefore")}</Tag> : undefined}
          options={LINE_OUTCOMES.map((value) => ({ value, label: t(`integrity.sheet.outcome.${value}`) }))}
          defaultValue={text(`outcome_${line.line}`)}
          error={error(`outcome_${line.line}`)}
          inline
        />
      ))}
      <p className="hint">{t("integrity.sheet.final")}</p>
      <ButtonRow>
        <Button>{t("integrity.sheet.check")}</Button>
      </ButtonRow>
    </PostForm>
  );
}

function LineWords({ line: { line, name, bornOn, district, basis } }: { line: ShownLine }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const parts = [
    name || t("integrity.sheet.nothingRead"),
    bornOn ? format.date(bornOn) : t("integrity.sheet.noBirthDate"),
    district ? localText(district, locale).text : t("integrity.sheet.noDistrict"),
    t(`integrity.sheet.basisName.${basis}`),
  ];
  return (
    <>
      {line}. {parts.join(" · ")}
    </>
  );
}
