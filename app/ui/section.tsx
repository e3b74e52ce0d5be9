import { type ReactNode, useId } from "react";

type Props = {
  title: ReactNode;
  id?: string | undefined;
  lead?: ReactNode;
  action?: { href: string; label: string } | undefined;
  /** A thin rule and a smaller heading, for parts that matter less. */
  quiet?: boolean | undefined;
  children: ReactNode;
};

export function Section({ title, id, lead, action, quiet, children }: Props) {
  const heading = useId();
  return (
    <section className={quiet ? "section section-quiet" : "section"} id={id} aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {action ? <a href={action.href}>{action.label}</a> : null}
      </div>
      {lead ? <p className="measure">{lead}</p> : null}
      {children}
    </section>
  );
}
