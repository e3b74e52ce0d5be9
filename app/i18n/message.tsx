import { Fragment, type ReactNode } from "react";
import type { MessageKey } from "./messages";
import type { MessageValues } from "./translate";
import { useT } from "./use-translation";

type Tags = Record<string, (text: string) => ReactNode>;

type Props = {
  id: MessageKey;
  values?: MessageValues | undefined;
  /** What to put around the text of each `<name>…</name>` of the message. */
  tags: Tags;
};

/** A sentence with links or emphasis inside it: `Read <link>the rules</link>.` Tags do not nest. */
export function Message({ id, values = {}, tags }: Props) {
  return withTags(useT()(id, withoutMarkup(values)), tags);
}

export function withTags(sentence: string, tags: Tags): ReactNode {
  const parts = sentence.split(/<(\w+)>([^<]*)<\/\1>/);
  return parts.map((part, index) => {
    if (index % 3 === 1) return null;
    const tag = index % 3 === 2 ? tags[parts[index - 1] ?? ""] : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
    return <Fragment key={index}>{tag ? tag(restored(part)) : restored(part)}</Fragment>;
  });
}

const HIDDEN = "\uE000";

/** A value with "<link>" in it must stay text. */
function withoutMarkup(values: MessageValues): MessageValues {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("<", HIDDEN) : value,
  ]);
  return Object.fromEntries(entries);
}

function restored(text: string): string {
  return text.replaceAll(HIDDEN, "<");
}
