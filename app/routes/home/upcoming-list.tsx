import type { UpcomingMatter } from "~/domain/prioritisation/open-matters";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Timeline } from "~/ui/timeline";

export function UpcomingList({ matters }: { matters: UpcomingMatter[] }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <Timeline
      items={matters.map(({ kind, slug, title, opensAt }) => ({
        when: t("communities.home.opens", { when: format.date(opensAt) }),
        title: (
          <a href={`/${locale}/rounds/${slug}`}>
            {t(`communities.home.stage.${kind}.title`, { round: localText(title, locale).text })}
          </a>
        ),
      }))}
    />
  );
}
