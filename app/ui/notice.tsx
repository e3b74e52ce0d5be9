import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";

type Tone = "information" | "success" | "warning" | "error";

type Props = {
  tone?: Tone;
  title?: ReactNode;
  /** Read out when it appears, once: for the result of an act. */
  live?: boolean | undefined;
  children?: ReactNode;
};

export function Notice({ tone = "information", title, live, children }: Props) {
  const t = useT();
  return (
    <div className={`notice notice-${tone}`} role={live ? "status" : undefined}>
      <p className="notice-title">{title ?? t(`common.notice.${tone}`)}</p>
      {typeof children === "string" ? <p>{children}</p> : children}
    </div>
  );
}
