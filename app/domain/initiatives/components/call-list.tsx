import type { LocalText } from "~/domain/communities/community";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";

type Call = {
  id: string;
  slug: string;
  title: LocalText;
  status: "planned" | "open" | "closed";
  opensAt: Date;
  closesAt: Date;
};

type Props = { rounds: Call[]; now: Date; action: string };

/** The rounds one may file for now, each with its own button; else when the next one opens. */
export function CallList({ rounds, now, action }: Props) {
  const t = useT();
  const open = rounds.filter(({ status }) => status === "open");
  if (open.length > 0)
    return open.map((round) => <OpenCall key={round.id} round={round} now={now} action={action} />);
  const planned = rounds.find(({ status }) => status === "planned");
  return (
    <Notice title={t("initiatives.start.notNow")}>
      {planned ? <Planned round={planned} /> : <p>{t("initiatives.start.noneAnnounced")}</p>}
    </Notice>
  );
}

function OpenCall({ round, now, action }: { round: Call; now: Date; action: string }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <Section title={<Localised text={round.title} />}>
      <p>
        {t("initiatives.start.until", { date: format.dateTimeZone(round.closesAt) })}{" "}
        <strong>{format.daysLeft(round.closesAt, now)}</strong>
      </p>
      <ActionButton action={action} values={{ round: round.id }} variant="primary">
        {t("initiatives.start.begin")}
      </ActionButton>
      <p>
        <a href={`/${locale}/rounds/${round.slug}`}>{t("initiatives.start.rules")}</a>
      </p>
    </Section>
  );
}

function Planned({ round }: { round: Call }) {
  const t = useT();
  const format = useFormat();
  return (
    <p>
      <Localised text={round.title} />:{" "}
      {t("initiatives.start.opens", { date: format.dateTimeZone(round.opensAt) })}
    </p>
  );
}
