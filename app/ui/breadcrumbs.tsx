import { useT } from "~/i18n/use-translation";

export type Crumb = { href: string; label: string };

/** The pages above this one; the page itself is its heading. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t("common.page.breadcrumbs")}>
      <ol className="trail">
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
