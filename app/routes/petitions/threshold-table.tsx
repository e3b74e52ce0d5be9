import type { PetitionRules, Threshold } from "~/domain/petitions/petition-rules";
import { termText } from "~/domain/petitions/rule-lines";
import { type LocalText, localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { RulePartSection } from "./rules-in-words";

type Props = { rules: PetitionRules; districts: readonly { id: string; name: LocalText }[] };

/** How many signatures oblige the council to what, and by when. */
export function ThresholdTable({ rules, districts }: Props) {
  const t = useT();
  return (
    <RulePartSection part="thresholds" rules={rules}>
      <Table
        caption={t("moderation.public.part.thresholds")}
        captionHidden
        rows={[...rules.thresholds]}
        rowKey={({ signatures }) => signatures}
        columns={[
          {
            id: "signatures",
            label: t("moderation.public.threshold.signatures"),
            header: true,
            cell: (threshold) => <Needed threshold={threshold} districts={districts} />,
          },
          {
            id: "duty",
            label: t("moderation.public.threshold.duty"),
            cell: ({ duty }) => t(`petitions.duty.${duty}`),
          },
          {
            id: "term",
            label: t("moderation.public.threshold.term"),
            cell: ({ term }) => termText(t, term),
          },
        ]}
      />
      <p className="measure">{t("moderation.public.threshold.fact")}</p>
    </RulePartSection>
  );
}

type NeededProps = { threshold: Threshold; districts: Props["districts"] };

/** The whole number, and what single districts must reach besides. */
function Needed({ threshold: { signatures, areas }, districts }: NeededProps) {
  const t = useT();
  const locale = useLocale();
  const nameOf = (id: string) =>
    localText(districts.find((district) => district.id === id)?.name ?? {}, locale).text;
  return (
    <>
      {t("petitions.signatures", { count: signatures })}
      {areas.length > 0 ? (
        <ul className="plain small">
          {areas.map(({ districtId, signatures: needed }) => (
            <li key={districtId}>
              {t("moderation.public.threshold.area", {
                district: nameOf(districtId),
                signatures: t("petitions.signatures", { count: needed }),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
