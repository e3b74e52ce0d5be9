import { useT } from "~/i18n/use-translation";
import { Progress } from "~/ui/progress";
import type { PetitionProgress } from "../petition-progress";
import { LiveCount } from "./live-count";

/** "214 of 250 signatures, 36 left" and a bar of the same; past the last threshold the number alone. */
export function SignatureProgress({ progress }: { progress: PetitionProgress }) {
  const t = useT();
  const { signatures, goal, left, isComplete } = progress;
  const text = isComplete ? (
    <LiveCount id="petitions.progress.past" progress={progress} />
  ) : (
    <LiveCount id="petitions.progress.of" progress={progress} />
  );
  return (
    <div className="signature-progress">
      <Progress
        value={signatures}
        max={Math.max(1, goal)}
        label={text}
        text={
          isComplete ? (
            t("petitions.progress.enough", { goal: String(goal) })
          ) : left > 0 ? (
            <LiveCount id="petitions.progress.left" progress={progress} />
          ) : (
            t("petitions.progress.areas")
          )
        }
      />
    </div>
  );
}
