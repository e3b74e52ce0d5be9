import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";
import { Details } from "./details";

type Props = {
  /** Says the finding, not the subject. */
  title: ReactNode;
  /** Unit and period. */
  subtitle?: ReactNode;
  source?: string | undefined;
  /** The same figures as a table. */
  table?: ReactNode;
  downloads?: { href: string; label: string }[] | undefined;
  /** 2 when the figure stands directly under the title of the page. */
  level?: 2 | 3 | undefined;
  children: ReactNode;
};

export function Figure({ title, subtitle, source, table, downloads = [], level = 3, children }: Props) {
  const t = useT();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="figure">
      <figcaption>
        <Heading className="figure-title">{title}</Heading>
        {subtitle ? <p className="figure-subtitle">{subtitle}</p> : null}
      </figcaption>
      {children}
      {source ? <p className="figure-source">{t("common.figure.source", { source })}</p> : null}
      {table ? <Details summary={t("common.figure.table")}>{table}</Details> : null}
      {downloads.length > 0 ? (
        <p className="cluster small">
          {downloads.map(({ href, label }) => (
            <a key={href} href={href} download>
              {label}
            </a>
          ))}
        </p>
      ) : null}
    </figure>
  );
}
