import type { ReactNode } from "react";

type Props = { tone?: "neutral" | "info" | "success" | "warning" | "danger"; children: ReactNode };

/** The word carries the meaning, the tint only helps to find it. */
export function Tag({ tone = "neutral", children }: Props) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
