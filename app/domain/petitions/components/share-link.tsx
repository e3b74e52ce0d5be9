import type { ReactNode } from "react";
import type { Locale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { useFormat, useT } from "~/i18n/use-translation";
import { CopyField } from "~/ui/copy-field";
import { Details } from "~/ui/details";
import { Section } from "~/ui/section";

type Props = {
  link: string;
  petition: { title: string; language: Locale };
  needed: number;
  /** Published count; left out when nobody can have signed yet. */
  found?: number | undefined;
  until: Date | null;
  /** The code of the link. */
  children: ReactNode;
};

/** What the author hands on to the neighbours: address, code, and a letter in the language of the petition. */
export function ShareLink({ link, petition: { title, language }, needed, found, until, children }: Props) {
  const t = useT();
  const format = useFormat();
  const theirs = translator(language);
  const subject = theirs("filing.share.letterSubject", { title });
  const letter = theirs("filing.share.letterText", { title, link });
  const copying = { copy: t("filing.share.copy"), copied: t("filing.share.copied") };
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(letter)}`;
  const date = until ? format.deadlineZone(until) : "";
  return (
    <Section title={t("filing.share.title")} lead={t("filing.share.lead", { count: needed, date })}>
      {found === undefined ? null : <p>{t("filing.share.found", { found, needed })}</p>}
      <CopyField label={t("filing.share.link")} value={link} {...copying} />
      {children}
      <p className="screen-only">
        <a href={mail}>{t("filing.share.mail")}</a>
      </p>
      <Details summary={t("filing.share.letter")}>
        <CopyField label={t("filing.share.letter")} value={letter} rows={8} lang={language} {...copying} />
      </Details>
    </Section>
  );
}
