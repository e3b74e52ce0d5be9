import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Entry } from "~/ui/entry-list";
import { Tag } from "~/ui/tag";
import type { OpenMatter } from "./open-matters";

const tones = { submission: "success", screening: "neutral", voting: "info", objections: "warning" } as const;

const targets: Record<OpenMatter["kind"], (slug: string) => string> = {
  submission: (slug) => `/initiatives/new?round=${slug}`,
  screening: (slug) => `/initiatives?round=${slug}`,
  voting: (slug) => `/rounds/${slug}/ballot`,
  objections: (slug) => `/rounds/${slug}/result`,
};

/** One open stage: what it is, where, how long still, and the one thing to do. */
export function MatterEntry({ matter, now }: { matter: OpenMatter; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { kind, slug, title, closesAt, districts } = matter;
  const round = localText(title, locale);
  const place =
    districts.length === 0
      ? t("communities.home.everywhere")
      : t("communities.home.districtCount", { count: districts.length });
  return (
    <Entry
      tag={<Tag tone={tones[kind]}>{t(`communities.home.stage.${kind}.tag`)}</Tag>}
      title={t(`communities.home.stage.${kind}.title`, { round: round.text })}
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
