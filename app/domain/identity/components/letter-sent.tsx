import { Message } from "~/i18n/message";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";

/** The same page whether the address is known here or not (S-21). */
export function LetterSent({ purpose, demo }: { purpose: "signUp" | "reset"; demo: boolean }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={t("identity.sent.title")} lead={t(`identity.sent.${purpose}`)}>
      {demo ? (
        <Notice>
          <p>
            <Message
              id="identity.sent.demo"
              tags={{ link: (text) => <a href={`/${locale}/mailbox`}>{text}</a> }}
            />
          </p>
        </Notice>
      ) : null}
      <Section title={t("identity.sent.missingTitle")} quiet>
        <p className="measure">{t("identity.sent.missing")}</p>
      </Section>
    </Page>
  );
}
