import type { ReactNode } from "react";

type Props = {
  /** State in words, and the reason when the action is not ready. */
  children: ReactNode;
  action: ReactNode;
  enhance?: string | undefined;
};

/** Stays at the bottom of the window while its form is on screen. */
export function StickyBar({ children, action, enhance }: Props) {
  return (
    <div className="sticky-bar" data-enhance={enhance}>
      <div className="sticky-bar-text" role="status">
        {children}
      </div>
      <div className="sticky-bar-action">{action}</div>
    </div>
  );
}
