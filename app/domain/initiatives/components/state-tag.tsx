import type { ComponentProps } from "react";
import { useT } from "~/i18n/use-translation";
import { Tag } from "~/ui/tag";
import type { InitiativeState } from "../initiative";

const TONES: Record<InitiativeState, NonNullable<ComponentProps<typeof Tag>["tone"]>> = {
  submitted: "info",
  admitted: "info",
  returned: "warning",
  refused: "danger",
  withdrawn: "neutral",
  on_ballot: "info",
  funded: "success",
  not_funded: "neutral",
};

export function StateTag({ state }: { state: InitiativeState }) {
  const t = useT();
  return <Tag tone={TONES[state]}>{t(`initiatives.state.${state}`)}</Tag>;
}
