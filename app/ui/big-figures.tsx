import type { ReactNode } from "react";

type BigFigure = { value: ReactNode; label: ReactNode; note?: ReactNode; href?: string | undefined };

/** Two to four figures that carry the page. */
export function BigFigures({ items }: { items: BigFigure[] }) {
  return (
    <dl className="figures">
      {items.map(({ value, label, note, href }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server
        <div key={index}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>{value}</dd>
          {note ? <dd className="figures-note">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
