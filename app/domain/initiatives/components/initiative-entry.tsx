import type { LocalText } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Entry } from "~/ui/entry-list";
import { Time } from "~/ui/time";
import type { InitiativeState, Theme } from "../initiative";
import { StateTag } from "./state-tag";

type Row = {
  number: number;
  title: string;
  language: Locale;
  state: InitiativeState;
  theme: Theme;
  district: { name: LocalText } | null;
  summary: string;
  costGuess: number | null;
  submittedAt: Date;
};

const MOST_CHARACTERS = 160;

/** An initiative as a row of a list. */
export function InitiativeEntry({ row }: { row: Row }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const place = row.district ? localText(row.district.name, locale).text : t("initiatives.place.whole");
  const cost =
    row.costGuess === null ? [] : [t("initiatives.list.cost", { amount: format.money(row.costGuess) })];
  const meta = [
    t("initiatives.number", { number: row.number }),
    place,
    t(`initiatives.theme.${row.theme}`),
    ...cost,
    <Time key="when" value={row.submittedAt} />,
  ];
  return (
    <Entry
      title={row.title}
      lang={row.language}
      href={`/${locale}/initiatives/${row.number}`}
      tag={<StateTag state={row.state} />}
      meta={meta}
    >
      <p className="measure" lang={row.language}>
        {shortened(row.summary)}
      </p>
    </Entry>
  );
}

/** The first sentences that fit into two lines, cut between words. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MOST_CHARACTERS) return line;
  const cut = line.slice(0, MOST_CHARACTERS);
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : cut} …`;
}
