import { useFormat, useT } from "~/i18n/use-translation";
import { Progress } from "~/ui/progress";
import type { PetitionProgress } from "../petition-progress";
import { LiveCount } from "./live-count";

/** "214 of 250 signatures, 36 left" and a bar of the same; past the last threshold the number alone. */
export function SignatureProgress({ progress }: { progress: PetitionProgress }) {
  const { signatures, goal, isComplete } = progress;
  return (
    <div className="signature-progress">
      <Progress
        value={signatures}
        max={Math.max(1, goal)}
        label={
          isComplete ? (
            <LiveCount id="petitions.progress.past" progress={progress} />
          ) : (
            <LiveCount id="petitions.progress.of" progress={progress} />
          )
        }
        text={<Rest progress={progress} />}
      />
    </div>
  );
}

function Rest({ progress }: { progress: PetitionProgress }) {
  const t = useT();
  const format = useFormat();
  const { goal, left, isComplete, isOver } = progress;
  if (isComplete) return t("petitions.progress.enough", { goal: format.number(goal) });
  if (isOver) return null;
  if (left === 0) return t("petitions.progress.areas");
  return <LiveCount id="petitions.progress.left" progress={progress} />;
}
