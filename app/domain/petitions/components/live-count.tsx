import type { ReactNode } from "react";
import { Message } from "~/i18n/message";
import type { MessageKey } from "~/i18n/messages";
import type { MessageValues } from "~/i18n/translate";
import { useFormat } from "~/i18n/use-translation";
import type { PetitionProgress } from "../petition-progress";

/** Numbers that the script renews where a page counts on. */
const live = (what: "signatures" | "left") => (text: string) => (
  <span className="nowrap" data-count={what}>
    {text}
  </span>
);

type Props = { id: MessageKey; progress: PetitionProgress; values?: MessageValues };

/** A sentence with the number of signatures, in which only the numbers change while people sign. */
export function LiveCount({ id, progress: { signatures, goal, left }, values }: Props): ReactNode {
  const format = useFormat();
  return (
    <Message
      id={id}
      values={{
        signatures: format.number(signatures),
        left: format.number(left),
        goal,
        needed: format.number(goal),
        ...values,
      }}
      tags={{ signatures: live("signatures"), left: live("left") }}
    />
  );
}
