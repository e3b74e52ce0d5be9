import type { ComponentProps } from "react";
import { useT } from "~/i18n/use-translation";
import { Tag } from "~/ui/tag";
import type { PetitionState } from "../petition";

const TONES: Record<PetitionState, NonNullable<ComponentProps<typeof Tag>["tone"]>> = {
  gathering: "neutral",
  moderation: "neutral",
  returned: "warning",
  refused: "danger",
  open: "info",
  closed: "neutral",
  withdrawn: "neutral",
  stopped: "warning",
};

type Props = { state: PetitionState; hasReached: boolean; isAnswered: boolean };

/** Where a petition stands, and what the council owes or has given. */
export function PetitionTags({ state, hasReached, isAnswered }: Props) {
  const t = useT();
  return (
    <>
      <Tag tone={TONES[state]}>{t(`petitions.state.${state}`)}</Tag>{" "}
      {isAnswered ? <Tag tone="success">{t("petitions.list.answeredTag")}</Tag> : null}
      {hasReached && !isAnswered ? <Tag tone="warning">{t("petitions.list.waitingTag")}</Tag> : null}
    </>
  );
}
