import type { ReactNode } from "react";

export function EntryList({ children }: { children: ReactNode }) {
  return <ul className="entry-list">{children}</ul>;
}

type Props = {
  title: ReactNode;
  href?: string | undefined;
  /** Language of the title when it is not the page's. */
  lang?: string | undefined;
  tag?: ReactNode;
  /** Place, author, cost: short pieces of one line. */
  meta?: ReactNode[] | undefined;
  /** What is left, large at the start of the row: `format.countdown(…)`. */
  countdown?: { big: string; small: string } | undefined;
  action?: ReactNode;
  children?: ReactNode;
};

/** One row of a list of matters. */
export function Entry({ title, href, lang, tag, meta = [], countdown, action, children }: Props) {
  return (
    <li className="entry">
      {countdown ? (
        <p className="countdown">
          <span className="countdown-big">{countdown.big}</span>{" "}
          <span className="countdown-small">{countdown.small}</span>
        </p>
      ) : null}
      <div className="entry-main">
        {tag ? <p>{tag}</p> : null}
        <h3 className="entry-title" lang={lang}>
          {href ? <a href={href}>{title}</a> : title}
        </h3>
        {meta.length > 0 ? (
          <ul className="entry-meta">
            {meta.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server
              <li key={index}>{piece}</li>
            ))}
          </ul>
        ) : null}
        {typeof children === "string" ? <p className="measure">{children}</p> : children}
      </div>
      {action ? <div className="entry-action">{action}</div> : null}
    </li>
  );
}
