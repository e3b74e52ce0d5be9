import type { DistrictShape, LocalText } from "~/domain/communities/community";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";

type Props = {
  passport: {
    number: number;
    title: string | null;
    placeNote: string;
    latitude: number | null;
    longitude: number | null;
    district: { code: string } | null;
  };
  districts: { code: string; name: LocalText; outline: DistrictShape | null }[];
};

/** The place on the map of districts; its words stand among the facts. */
export function InitiativeMap({ passport, districts }: Props) {
  const t = useT();
  const { number, title, placeNote, latitude, longitude, district } = passport;
  if (latitude === null || longitude === null) return null;
  return (
    <Section title={t("initiatives.map.title")}>
      <DistrictMap
        districts={districts}
        label={t("initiatives.map.label", { number })}
        current={district?.code}
        marks={[{ latitude, longitude, label: placeNote || title || String(number) }]}
        after="timeline"
      />
    </Section>
  );
}
