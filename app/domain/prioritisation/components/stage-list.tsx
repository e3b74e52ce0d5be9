import { type Stage, stageStatus } from "~/domain/prioritisation/round";
import { useFormat, useT } from "~/i18n/use-translation";
import { StepList } from "~/ui/step-list";

const STATES = { planned: "later", open: "current", closed: "done" } as const;

/** The calendar of a round with what is behind and what is ahead; the zone is said once. */
export function StageList({ stages, now }: { stages: readonly Stage[]; now: Date }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <StepList
        label={t("prioritisation.stage.label")}
        steps={stages.map((stage) => ({
          label: t(`prioritisation.stage.${stage.kind}`),
          state: STATES[stageStatus(stage, now)],
          when: (
            <>
              <time dateTime={stage.opensAt.toISOString()}>{format.dateTime(stage.opensAt)}</time>
              {" – "}
              <time dateTime={stage.closesAt.toISOString()}>{format.deadline(stage.closesAt)}</time>
            </>
          ),
        }))}
      />
      <p className="quiet small">{t("prioritisation.stage.zone", { zone: format.zoneName() })}</p>
    </>
  );
}
