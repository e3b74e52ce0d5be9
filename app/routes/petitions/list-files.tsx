import { type PetitionFilter, petitionSearch } from "~/domain/petitions/petition-filter";
import { useLocale, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";

/** Feeds and files of a list; files hold what the list is narrowed to. */
export function ListFiles({ filter }: { filter: PetitionFilter }) {
  const t = useT();
  const locale = useLocale();
  const withLanguage = (path: string, more: Record<string, string> = {}) => {
    const given = new URLSearchParams(petitionSearch(filter));
    // A file asked for without a standing holds them all.
    for (const [name, value] of Object.entries({ state: filter.standing, lang: locale, ...more }))
      given.set(name, value);
    return `${path}?${given}`;
  };
  const links = [
    { href: `/petitions.atom?lang=${locale}`, label: t("petitions.list.atom") },
    { href: `/petitions.feed.json?lang=${locale}`, label: t("petitions.list.jsonFeed") },
    { href: `/petitions/answers.atom?lang=${locale}`, label: t("petitions.list.answersFeed") },
    { href: withLanguage("/petitions.csv"), label: t("petitions.list.csv") },
    { href: withLanguage("/petitions.csv", { for: "excel" }), label: t("petitions.list.excel") },
    { href: withLanguage("/petitions.json"), label: t("petitions.list.json") },
  ];
  return (
    <Section title={t("petitions.list.follow")} lead={t("petitions.list.followLead")} quiet>
      <p className="cluster">
        {links.map(({ href, label }) => (
          <a key={label} href={href}>
            {label}
          </a>
        ))}
      </p>
    </Section>
  );
}
