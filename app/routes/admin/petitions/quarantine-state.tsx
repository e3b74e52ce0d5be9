import type { ListedQuarantine } from "~/domain/petitions/quarantine-queries.server";
import { useT } from "~/i18n/use-translation";
import { Tag } from "~/ui/tag";

const TONES = { annulled: "danger", released: "neutral", restored: "success" } as const;

/** How a quarantine stands, in a word. */
export function QuarantineState({ decision, underWay }: Pick<ListedQuarantine, "decision" | "underWay">) {
  const t = useT();
  if (decision === null) return <Tag tone="warning">{t("integrity.quarantine.decision.none")}</Tag>;
  const state = t(`integrity.quarantine.decision.${decision}`);
  return <Tag tone={TONES[decision]}>{underWay ? t("integrity.quarantine.underWay", { state }) : state}</Tag>;
}
