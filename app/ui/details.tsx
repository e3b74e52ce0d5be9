import type { ReactNode } from "react";

type Props = { summary: ReactNode; open?: boolean | undefined; children: ReactNode };

export function Details({ summary, open, children }: Props) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
