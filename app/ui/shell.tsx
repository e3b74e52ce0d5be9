import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";
import { PostForm } from "./form";

export type ShellLink = { href: string; label: string; current?: boolean | undefined };

type Props = {
  communityName: string;
  /** Language of the name when it is not the page's. */
  communityLang?: string | undefined;
  homeHref: string;
  navigation: ShellLink[];
  /** The same page in each language, by the language's own name. */
  languages: { href: string; label: string; lang: string; current: boolean }[];
  /** Guests get the link to sign in, people the link to their account and, with `signOut`, the way out. */
  account: ShellLink;
  signOut?: { action: string } | undefined;
  footerLinks: ShellLink[];
  /** A line for every page, such as that this is a demonstration. */
  banner?: ReactNode;
  children: ReactNode;
};

/** Everything around a page: skip link, languages, name, sections, footer. */
export function Shell(props: Props) {
  const { homeHref, communityName, communityLang, footerLinks, banner, children } = props;
  const t = useT();
  return (
    <>
      <a className="skip" href="#main">
        {t("common.shell.skip")}
      </a>
      <header>
        <Strip {...props} />
        <div className="bound shell-bar">
          <a className="shell-name" href={homeHref} lang={communityLang}>
            {communityName}
          </a>
          <Sections navigation={props.navigation} />
        </div>
        <div className="bound">
          <div className="shell-rule" />
        </div>
        {banner}
      </header>
      <main className="shell-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-foot">
        <div className="bound">
          <nav aria-label={t("common.shell.footer")}>
            <LinkRow links={footerLinks} />
          </nav>
          <p>{t("common.shell.software")}</p>
        </div>
      </footer>
    </>
  );
}

function Strip({ languages, account, signOut }: Props) {
  const t = useT();
  return (
    <div className="shell-strip">
      <div className="bound">
        <nav aria-label={t("common.shell.language")}>
          <ul className="shell-row">
            {languages.map(({ href, label, lang, current }) => (
              <li key={lang} lang={lang}>
                {current ? (
                  <span className="shell-here" aria-current="true">
                    {label}
                  </span>
                ) : (
                  <a href={href} hrefLang={lang}>
                    {label}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
        <div className="shell-row">
          <a href={account.href} aria-current={account.current ? "page" : undefined}>
            {account.label}
          </a>
          {signOut ? (
            <PostForm action={signOut.action}>
              <button type="submit" className="link-button">
                {t("common.shell.signOut")}
              </button>
            </PostForm>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function Sections({ navigation }: { navigation: ShellLink[] }) {
  const t = useT();
  return (
    <details className="shell-menu">
      <summary>{t("common.shell.menu")}</summary>
      <nav aria-label={t("common.shell.sections")}>
        <LinkRow links={navigation} />
      </nav>
    </details>
  );
}

function LinkRow({ links }: { links: ShellLink[] }) {
  return (
    <ul className="shell-row">
      {links.map(({ href, label, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? "page" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
