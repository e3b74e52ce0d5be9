import type { ReactNode } from "react";

type Event = {
  id?: string | undefined;
  /** A `<Time>`, or words such as "by 3 March". */
  when: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  current?: boolean | undefined;
};

/** What happened, newest first, or what will happen in order. */
export function Timeline({ items }: { items: Event[] }) {
  return (
    <ol className="timeline">
      {items.map(({ id, when, title, children, current }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server
          key={index}
          id={id}
          className={current ? "is-current" : undefined}
        >
          <p className="timeline-title">{title}</p>
          <p className="timeline-when">{when}</p>
          {children}
        </li>
      ))}
    </ol>
  );
}
