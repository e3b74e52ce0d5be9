import type { Term } from "~/domain/communities/working-days";
import { useFormat, useT } from "~/i18n/use-translation";
import { StepList } from "~/ui/step-list";
import type { PetitionRules } from "../petition-rules";

type Props = {
  rules: Pick<PetitionRules, "firstSignatories" | "gathering" | "moderation" | "collection" | "thresholds">;
  /** Dates that are known already; the rest are terms of the rules. */
  known?: { gatheringUntil: Date | null; moderationUntil: Date | null } | undefined;
};

/** What happens to a petition from its filing to the duty of the council, with dates or terms. */
export function PetitionWay({ rules, known }: Props) {
  const t = useT();
  const format = useFormat();
  const term = ({ days, unit }: Term) =>
    t("filing.way.within", { term: t(`petitions.term.${unit}`, { days }) });
  const time = (end: Date | null | undefined, given: Term) =>
    end ? t("filing.way.until", { date: format.deadlineZone(end) }) : term(given);
  const gathers = rules.firstSignatories > 0;
  const isChecked = known?.moderationUntil != null;
  const current = (now: boolean) => (known && now ? ("current" as const) : ("later" as const));
  const steps = [
    {
      label: t("filing.way.gather", { count: rules.firstSignatories }),
      when: time(known?.gatheringUntil, rules.gathering),
      state: isChecked ? ("done" as const) : current(true),
    },
    {
      label: t("filing.way.moderation"),
      when: time(known?.moderationUntil, rules.moderation),
      state: current(isChecked),
    },
    { label: t("filing.way.collection"), when: term(rules.collection), state: current(false) },
    ...rules.thresholds.map(({ signatures, duty, term: within }) => ({
      label: t("filing.way.threshold", {
        signatures: t("petitions.signatures", { count: signatures }),
        duty,
      }),
      when: term(within),
      state: current(false),
    })),
  ];
  return <StepList steps={gathers ? steps : steps.slice(1)} label={t("filing.start.next")} />;
}
