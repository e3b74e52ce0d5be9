import { useFormat } from "~/i18n/use-translation";

type Tab = { href: string; label: string; current: boolean; count?: number | undefined };

/** Views of one list, each with its own address. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  const format = useFormat();
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {items.map(({ href, label: name, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {name}
              {count === undefined ? null : <span className="tabs-count">{format.number(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
