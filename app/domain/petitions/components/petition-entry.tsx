import type { ReactNode } from "react";
import type { LocalText } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Entry } from "~/ui/entry-list";
import type { PetitionState, RefusalGround } from "../petition";
import type { PetitionProgress } from "../petition-progress";
import { SignatureProgress } from "./signature-progress";

type Row = {
  number: number;
  /** Null while the text is hidden: then the number and the ground are all there is to see. */
  title: string | null;
  language: Locale;
  state: PetitionState;
  ground: RefusalGround | null;
  district: { name: LocalText } | null;
  progress: PetitionProgress;
  openedAt: Date | null;
  closesAt: Date | null;
};

type Props = { row: Row; now: Date; tag: ReactNode; action?: ReactNode; isHome?: boolean };

/** A petition as a row of a list: how far it is, how long still. */
export function PetitionEntry({ row, now, tag, action, isHome }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, title, state, ground, openedAt, closesAt } = row;
  const isOpen = state === "open" && closesAt !== null && now < closesAt;
  const place = row.district ? localText(row.district.name, locale).text : t("petitions.whole");
  const until = isOpen ? [t("petitions.list.until", { date: format.deadline(closesAt) })] : [];
  const opened = openedAt && !isHome ? [t("petitions.list.opened", { date: format.date(openedAt) })] : [];
  const named = [t("petitions.number", { number })];
  return (
    <Entry
      title={title ?? t("petitions.hiddenTitle")}
      lang={title ? row.language : undefined}
      href={`/${locale}/petitions/${number}`}
      countdown={isOpen ? format.countdown(closesAt, now) : undefined}
      tag={tag}
      meta={title === null ? named : [...named, place, ...opened, ...until]}
      action={action}
    >
      {(state === "refused" || title === null) && ground ? <p>{t(`petitions.ground.${ground}`)}</p> : null}
      {openedAt && title !== null ? <SignatureProgress progress={row.progress} /> : null}
    </Entry>
  );
}
