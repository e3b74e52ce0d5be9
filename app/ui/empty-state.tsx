import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  action?: { href: string; label: string } | undefined;
  children?: ReactNode;
};

/** Says why a list is empty and what one can do. */
export function EmptyState({ title, action, children }: Props) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {typeof children === "string" ? <p>{children}</p> : children}
      {action ? (
        <p>
          <a href={action.href}>{action.label}</a>
        </p>
      ) : null}
    </div>
  );
}
