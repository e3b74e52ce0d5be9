import type { District } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import type { FormAnswers } from "~/ui/use-form-answers";
import { RESIDENCE_BASES } from "../residence";
import { LIVES_ELSEWHERE } from "../residence-form";

type Props = {
  districts: Pick<District, "id" | "name">[];
  answers: FormAnswers;
  stored?: { district: string; basis: string } | undefined;
};

/** Where a person lives and on what basis. */
export function ResidenceFields({ districts, answers, stored }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <Select
        name="district"
        label={t("identity.field.district")}
        hint={t("identity.field.districtHint")}
        options={[
          ...districts.map(({ id, name }) => ({ value: id, label: localText(name, locale).text })),
          { value: LIVES_ELSEWHERE, label: t("identity.field.elsewhere") },
        ]}
        defaultValue={answers.text("district", stored?.district)}
        error={answers.error("district")}
      />
      <Radios
        name="basis"
        label={t("identity.field.basis")}
        hint={t("identity.field.basisHint")}
        options={RESIDENCE_BASES.map((value) => ({ value, label: t(`identity.basis.${value}`) }))}
        defaultValue={answers.text("basis", stored?.basis)}
        error={answers.error("basis")}
      />
    </>
  );
}
