import type { DistrictShape, LocalText } from "~/domain/communities/community";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { TextField } from "~/ui/field";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import type { FormAnswers } from "~/ui/use-form-answers";
import { LIMITS } from "../draft-form";

type District = { code: string; name: LocalText; outline: DistrictShape | null };

type Props = {
  districts: District[];
  stored: { where: string; district: string; placeNote: string; latitude: string; longitude: string };
  answers: FormAnswers;
};

/** Whole community or a district, words for the spot, and degrees that the map fills in. */
export function PlaceFields({ districts, stored, answers }: Props) {
  const t = useT();
  const locale = useLocale();
  const { text, error } = answers;
  return (
    <>
      <Radios
        name="where"
        label={t("initiatives.field.where")}
        options={[
          {
            value: "district",
            label: t("initiatives.place.district"),
            hint: t("initiatives.place.districtHint"),
          },
          { value: "whole", label: t("initiatives.place.whole"), hint: t("initiatives.place.wholeHint") },
        ]}
        defaultValue={text("where", stored.where)}
        error={error("where")}
      />
      <Select
        name="district"
        label={t("initiatives.field.district")}
        hint={t("initiatives.field.districtHint")}
        options={districts.map(({ code, name }) => ({ value: code, label: localText(name, locale).text }))}
        defaultValue={text("district", stored.district)}
        error={error("district")}
      />
      <TextField
        name="placeNote"
        label={t("initiatives.field.placeNote")}
        hint={t("initiatives.field.placeNoteHint")}
        defaultValue={text("placeNote", stored.placeNote)}
        error={error("placeNote")}
        maxLength={LIMITS.placeNote}
        optional
      />
      <MapPointFields districts={districts} stored={stored} answers={answers} />
    </>
  );
}

function MapPointFields({ districts, stored, answers: { text, error } }: Props) {
  const t = useT();
  const complaint = error("latitude") ?? error("longitude");
  return (
    <Details summary={t("initiatives.place.point")} open={Boolean(complaint) || stored.latitude !== ""}>
      <p>{t("initiatives.place.pointHint")}</p>
      <DistrictMap
        districts={districts}
        label={t("initiatives.place.mapLabel")}
        pick={{ latitude: "latitude", longitude: "longitude" }}
        after="latitude"
      />
      <div className="cluster">
        {(["latitude", "longitude"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`initiatives.field.${name}`)}
            defaultValue={text(name, stored[name])}
            error={error(name)}
            inputMode="decimal"
            width="s"
            optional
          />
        ))}
      </div>
    </Details>
  );
}
