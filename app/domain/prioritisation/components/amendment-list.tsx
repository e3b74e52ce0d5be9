import type { AmendedField } from "~/domain/prioritisation/amendment";
import { useFormat, useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import { ChangeTable } from "./change-table";
import type { DistrictName } from "./sheet-words";

type Amendment = { number: number; reason: string; changes: AmendedField[]; madeAt: Date };

/** Every change of the locked rules with its reason, the newest first. */
export function AmendmentList({
  amendments,
  districts,
}: {
  amendments: Amendment[];
  districts: readonly DistrictName[];
}) {
  const t = useT();
  const format = useFormat();
  return (
    <Section
      title={t("prioritisation.amendments.title")}
      id="amendments"
      lead={t("prioritisation.amendments.lead")}
    >
      {amendments.length === 0 ? <p>{t("prioritisation.amendments.none")}</p> : null}
      <Timeline
        items={amendments.map(({ number, reason, changes, madeAt }) => ({
          id: `amendment-${number}`,
          when: format.dateTimeZone(madeAt),
          title: t("prioritisation.amendments.number", { number }),
          children: (
            <>
              <PlainText text={reason} />
              <ChangeTable
                caption={t("prioritisation.amendments.number", { number })}
                changes={changes}
                districts={districts}
              />
            </>
          ),
        }))}
      />
    </Section>
  );
}
