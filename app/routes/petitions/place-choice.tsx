import type { LocalText } from "~/domain/communities/community";
import { ADDRESSEES } from "~/domain/petitions/petition-draft";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import type { FormAnswers } from "~/ui/use-form-answers";

type Props = {
  districts: { code: string; name: LocalText }[];
  stored: { where: string; district: string; addressee: string };
  answers: FormAnswers;
};

/** The whole community or one district, and who should act. A community without districts is not asked for one. */
export function PlaceChoice({ districts, stored, answers: { text, error } }: Props) {
  const t = useT();
  const locale = useLocale();
  const places = districts.length > 0 ? (["whole", "district"] as const) : (["whole"] as const);
  return (
    <>
      <Radios
        name="where"
        label={t("filing.field.where")}
        options={places.map((value) => ({ value, label: t(`filing.place.${value}`) }))}
        defaultValue={text("where", stored.where || (districts.length > 0 ? "" : "whole"))}
        error={error("where")}
      />
      {districts.length > 0 ? (
        <Select
          name="district"
          label={t("filing.field.district")}
          hint={t("filing.field.districtHint")}
          options={districts.map(({ code, name }) => ({ value: code, label: localText(name, locale).text }))}
          defaultValue={text("district", stored.district)}
          error={error("district")}
        />
      ) : (
        <input type="hidden" name="district" value="" />
      )}
      <Radios
        name="addressee"
        label={t("filing.field.addressee")}
        options={ADDRESSEES.map((value) => ({ value, label: t(`filing.addressee.${value}`) }))}
        defaultValue={text("addressee", stored.addressee)}
        error={error("addressee")}
      />
    </>
  );
}
