import type { PublishedResult } from "~/domain/results/published-result";
import { useT } from "~/i18n/use-translation";

/** What the count cannot promise, said next to the result. */
export function Limits({ result: { source, lists } }: { result: PublishedResult }) {
  const t = useT();
  const trial = lists.some((list) => list.trial);
  const own = source ? ["imported"] : [trial ? "trial" : "sealed", "coercion", "device", "small"];
  return (
    <ul className="measure stack">
      {[...own, "never"].map((key) => (
        <li key={key}>{t(`results.limits.${key as "imported"}`)}</li>
      ))}
    </ul>
  );
}
