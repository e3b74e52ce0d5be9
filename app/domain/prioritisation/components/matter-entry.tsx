import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Entry } from "~/ui/entry-list";
import { Tag } from "~/ui/tag";
import type { OpenMatter } from "../open-matters";

const tones = { submission: "success", screening: "neutral", voting: "info", objections: "warning" } as const;

const targets: Record<OpenMatter["kind"], (slug: string) => string> = {
  submission: () => "/initiatives/new",
  screening: (slug) => `/initiatives?round=${encodeURIComponent(slug)}`,
  voting: (slug) => `/rounds/${slug}/ballot`,
  objections: (slug) => `/rounds/${slug}/results`,
};

type Props = {
  matter: OpenMatter;
  /** Where it counts, and for how much. */
  place: string;
  now: Date;
};

/** One open stage: what it is, where, how long still, and the one thing to do. */
export function MatterEntry({ matter, place, now }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { kind, slug, title, closesAt } = matter;
  return (
    <Entry
      tag={<Tag tone={tones[kind]}>{t(`communities.home.stage.${kind}.tag`)}</Tag>}
      title={t(`communities.home.stage.${kind}.title`, { round: localText(title, locale).text })}
      href={`/${locale}/rounds/${slug}`}
      countdown={format.countdown(closesAt, now)}
      meta={[place, lastDay(closesAt, format, t)]}
      action={
        <LinkButton
          href={`/${locale}${targets[kind](slug)}`}
          variant={kind === "voting" ? "primary" : "secondary"}
        >
          {t(`communities.home.stage.${kind}.action`)}
        </LinkButton>
      }
    />
  );
}

/** An end at midnight is told as the day before it: nobody reads "until 1 December, 00:00" as 30 November. */
function lastDay(end: Date, format: ReturnType<typeof useFormat>, t: ReturnType<typeof useT>): string {
  const time = format.time(end);
  if (time === "00:00") return t("communities.home.until", { day: format.day(new Date(end.getTime() - 1)) });
  return t("communities.home.untilTime", { day: format.day(end), time });
}
