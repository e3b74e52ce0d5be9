import type { ReactNode } from "react";
import { localeNames } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import { Shell } from "~/ui/shell";
import type { SiteData } from "./root";

/** The frame of every page: sections, languages, account. The same page in another language keeps its address. */
export function SiteShell({ site, children }: { site: SiteData; children: ReactNode }) {
  const t = useT();
  const { locale, path, viewer } = site;
  const section = (href: string, label: string) => ({
    href: `/${locale}${href}`,
    label,
    current: path.startsWith(`/${locale}${href}`),
  });
  const staff = viewer && viewer.roles.length > 0 ? [section("/admin", t("common.sections.staff"))] : [];
  return (
    <Shell
      communityName={site.community.name}
      homeHref={`/${locale}`}
      navigation={[
        section("/initiatives", t("common.sections.initiatives")),
        section("/petitions", t("common.sections.petitions")),
        section("/rounds", t("common.sections.rounds")),
        section("/districts", t("common.sections.districts")),
        ...staff,
      ]}
      account={
        viewer
          ? { href: `/${locale}/account`, label: viewer.name, current: path === `/${locale}/account` }
          : {
              href: `/${locale}/sign-in`,
              label: t("common.shell.signIn"),
              current: path === `/${locale}/sign-in`,
            }
      }
      signOut={viewer ? { action: `/${locale}/sign-out` } : undefined}
      languages={site.community.languages.map((language) => ({
        lang: language,
        label: localeNames[language],
        href: path.replace(/^\/(uk|ru|en)(?=\/|$)/, `/${language}`),
        current: language === locale,
      }))}
      footerLinks={[
        { href: `/${locale}/display`, label: t("common.sections.display") },
        ...(site.demo ? [{ href: `/${locale}/mailbox`, label: t("common.sections.mailbox") }] : []),
      ]}
    >
      {children}
    </Shell>
  );
}
