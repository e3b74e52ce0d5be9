import { useT } from "~/i18n/use-translation";

type SortLink = { href: string; label: string; current: boolean };

export function SortLinks({ items, label }: { items: SortLink[]; label?: string | undefined }) {
  const t = useT();
  const name = label ?? t("common.sort.label");
  return (
    <nav aria-label={name}>
      <ul className="sorts">
        <li className="quiet" aria-hidden="true">
          {name}
        </li>
        {items.map(({ href, label: text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "true" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
