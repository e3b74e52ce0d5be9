import { useT } from "~/i18n/use-translation";

type Props = { page: number; pages: number; href: (page: number) => string };

/** Nothing for a single page. */
export function Pagination({ page, pages, href }: Props) {
  const t = useT();
  if (pages < 2) return null;
  return (
    <nav aria-label={t("common.pagination.label")}>
      <ol className="pages">
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              {t("common.pagination.previous")}
            </a>
          </li>
        ) : null}
        {shownPages(page, pages).map((number, index, shown) => (
          <li key={number}>
            {index > 0 && number - (shown[index - 1] ?? 0) > 1 ? <span>…</span> : null}
            <PageLink number={number} current={number === page} href={href(number)} />
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {t("common.pagination.next")}
            </a>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

function PageLink({ number, current, href }: { number: number; current: boolean; href: string }) {
  const t = useT();
  return (
    <a
      href={href}
      aria-current={current ? "page" : undefined}
      aria-label={t("common.pagination.page", { page: number })}
    >
      {number}
    </a>
  );
}

/** The first, the last, and those around the current one. */
export function shownPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
}
