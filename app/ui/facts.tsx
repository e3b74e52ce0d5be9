import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";

type Fact = {
  label: string;
  /** Nothing prints "Not provided". */
  value?: ReactNode;
  change?: { href: string; label?: string } | undefined;
};

/** Facts of a matter; with `change` links it is the page that checks answers. */
export function Facts({ items }: { items: Fact[] }) {
  const t = useT();
  return (
    <dl className="facts">
      {items.map(({ label, value, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="quiet">{t("common.answer.notProvided")}</span>}</dd>
          {change ? (
            <dd className="facts-change">
              <a href={change.href}>
                {change.label ?? t("common.actions.change")}
                <span className="visually-hidden">: {label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
