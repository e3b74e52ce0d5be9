import { QrCode } from "~/domain/initiatives/components/qr-code";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { CopyField } from "~/ui/copy-field";
import { Details } from "~/ui/details";
import { Section } from "~/ui/section";
import type { PetitionPage } from "./load-petition.server";

/** Address, code, print-outs, feeds, data, and the code for other sites. */
export function PetitionShare({ page }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  const { number, title, short, qr } = page;
  const base = `/${locale}/petitions/${number}`;
  const copying = { copy: t("petitions.page.share.copy"), copied: t("petitions.page.share.copied") };
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${short}`)}`;
  const links = [
    ...(page.openedAt
      ? [
          { href: `${base}/poster`, label: t("petitions.page.share.poster") },
          { href: `${base}/sheet`, label: t("petitions.page.share.sheet") },
        ]
      : []),
    { href: mail, label: t("petitions.page.share.mail") },
    { href: `/petitions/${number}/feed.atom?lang=${locale}`, label: t("petitions.page.share.atom") },
    { href: `/petitions/${number}/feed.json?lang=${locale}`, label: t("petitions.page.share.jsonFeed") },
    { href: `/petitions/${number}/data.json`, label: t("petitions.page.share.data") },
  ];
  return (
    <Section title={t("petitions.page.share.title")} id="share" quiet>
      <CopyField label={t("petitions.page.share.address")} value={short} {...copying} />
      <QrCode path={qr} label={t("petitions.page.share.qr", { address: short })} />
      <ul className="plain link-list screen-only">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <p className="small quiet">{t("petitions.page.share.news")}</p>
      <Details summary={t("petitions.page.share.cite")}>
        <Citation page={page} />
      </Details>
      {page.openedAt ? (
        <Details summary={t("petitions.page.share.embed")}>
          <CopyField
            label={t("petitions.page.share.embedCode")}
            value={embedCode(`${new URL(short).origin}${base}/embed`, title)}
            rows={3}
            {...copying}
          />
        </Details>
      ) : null}
    </Section>
  );
}

function Citation({ page }: { page: PetitionPage }) {
  const t = useT();
  const format = useFormat();
  const { title, number, short, community, now } = page;
  return (
    <p>
      {t("petitions.page.share.citation", {
        title,
        number,
        community,
        address: short,
        date: format.date(now),
      })}
    </p>
  );
}

function embedCode(address: string, title: string): string {
  const name = title.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `<iframe src="${address}" title="${name}" width="100%" height="320" style="border:0" loading="lazy"></iframe>`;
}
