import type { Threshold } from "~/domain/petitions/petition-rules";
import { termText } from "~/domain/petitions/rule-lines";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Localised } from "~/ui/localised";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import type { PetitionPage } from "./load-petition.server";

/** What each number of signatures obliges the council to, whether it is reached and since when. */
export function ThresholdStates({ page }: { page: PetitionPage }) {
  const t = useT();
  const { rules } = page;
  const basis = rules.basis.thresholds;
  return (
    <Section title={t("petitions.page.thresholds.title")} lead={t("petitions.page.thresholds.lead")}>
      <Timeline
        items={rules.thresholds.map((threshold, place) => ({
          title: (
            <>
              {t("petitions.signatures", { count: threshold.signatures })}:{" "}
              {t(`petitions.duty.${threshold.duty}`)}
            </>
          ),
          when: <State page={page} threshold={threshold} place={place} />,
          current: rules.reached.some((fact) => fact.threshold === place),
          children: <Areas page={page} threshold={threshold} />,
        }))}
      />
      {basis ? (
        <p className="small quiet">
          {t("petitions.page.thresholds.basis", { basis: "" })}
          <Localised text={basis} />
        </p>
      ) : null}
    </Section>
  );
}

type Props = { page: PetitionPage; threshold: Threshold; place: number };

function State({ page, threshold, place }: Props) {
  const t = useT();
  const format = useFormat();
  const { rules, progress, state } = page;
  const fact = rules.reached.find((each) => each.threshold === place);
  if (fact) {
    return (
      <>
        {t("petitions.page.thresholds.reached", { date: format.dateTime(fact.reachedAt) })},{" "}
        {t("petitions.page.thresholds.due", { date: format.deadline(fact.dueAt) })}
      </>
    );
  }
  const within = t("petitions.page.thresholds.within", { term: termText(t, threshold.term) });
  if (state !== "open") return t("petitions.page.thresholds.missed");
  const left = Math.max(0, threshold.signatures - progress.signatures);
  return (
    <>
      {left > 0
        ? t("petitions.page.thresholds.left", { left: format.number(left) })
        : t("petitions.progress.areas")}
      , {within}
    </>
  );
}

/** Districts that must each reach a number of their own. */
function Areas({ page, threshold }: Omit<Props, "place">) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  if (threshold.areas.length === 0) return null;
  return (
    <ul className="small">
      {threshold.areas.map(({ districtId, signatures }) => {
        const district = page.districts.find(({ id }) => id === districtId);
        return (
          <li key={districtId}>
            {t("petitions.page.thresholds.area", {
              district: localText(district?.name ?? {}, locale).text,
              count: format.number(district?.signatures ?? 0),
              needed: format.number(signatures),
            })}
          </li>
        );
      })}
    </ul>
  );
}
