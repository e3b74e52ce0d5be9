import { LiveCount } from "~/domain/petitions/components/live-count";
import { useFormat, useT } from "~/i18n/use-translation";
import type { PetitionPage } from "./load-petition.server";

/** One sentence: how many signatures, how many still, until when; or what it came to. */
export function PetitionStatus({ page }: { page: PetitionPage }) {
  const t = useT();
  const format = useFormat();
  const { state, progress, closesAt, closedAt, facts, now, isAppeal } = page;
  const signatures = format.number(progress.signatures);
  const date = (step: string) => format.date(facts.findLast((fact) => fact.step === step)?.at ?? now);
  if (state === "refused") return t("petitions.page.status.refused");
  if (state === "withdrawn")
    return t("petitions.page.status.withdrawn", { date: date("withdraw"), signatures });
  if (state === "stopped") return t("petitions.page.status.stopped", { date: date("stop"), signatures });
  if (state === "open" && closesAt) {
    if (closesAt <= now) return t("petitions.page.status.ending");
    return <Running page={page} closesAt={closesAt} />;
  }
  const { goal } = progress;
  const ended = format.date(closedAt ?? now);
  if (page.rules.reached.length > 0)
    return t("petitions.page.status.enough", {
      date: ended,
      signatures,
      goal: format.number(firstGoal(page)),
    });
  return (
    <>
      {t("petitions.page.status.short", { date: ended, signatures, goal })}{" "}
      {isAppeal ? t("petitions.page.status.appeal") : null}
    </>
  );
}

/** The number that was needed at least. */
function firstGoal({ rules }: PetitionPage): number {
  return rules.thresholds[0]?.signatures ?? 0;
}

function Running({ page: { progress }, closesAt }: { page: PetitionPage; closesAt: Date }) {
  const format = useFormat();
  const values = { date: format.deadline(closesAt) };
  if (progress.isComplete)
    return <LiveCount id="petitions.page.status.complete" progress={progress} values={values} />;
  if (progress.left === 0)
    return <LiveCount id="petitions.page.status.areas" progress={progress} values={values} />;
  return <LiveCount id="petitions.page.status.open" progress={progress} values={values} />;
}
