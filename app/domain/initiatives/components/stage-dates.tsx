import { useFormat, useT } from "~/i18n/use-translation";
import { StepList } from "~/ui/step-list";

type Kind = "submission" | "screening" | "voting" | "objections" | "result";

type Props = { stages: { kind: Kind; opensAt: Date; closesAt: Date }[]; now: Date };

/** The stages of the round with their dates: what happened, what goes on, what comes. */
export function StageDates({ stages, now }: Props) {
  const t = useT();
  const format = useFormat();
  const steps = stages.map(({ kind, opensAt, closesAt }) => ({
    label: t(`initiatives.stage.${kind}`),
    when: format.dateRange(opensAt, closesAt),
    state: now >= closesAt ? ("done" as const) : now >= opensAt ? ("current" as const) : ("later" as const),
  }));
  return <StepList steps={steps} label={t("initiatives.submitted.next")} />;
}
