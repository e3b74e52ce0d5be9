import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { Message } from "~/i18n/message";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

export const meta = pageMeta((t) => t("signing.sent.title"), { hidden: true });

/** Asks the database nothing and is the same for everybody: one copy serves a whole rush (S-21, SC-7). */
export const loader = allow("anyone", ({ demo }) =>
  data({ demo }, { headers: { "Cache-Control": "public, max-age=60" } }),
);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function SignSent() {
  const t = useT();
  const locale = useLocale();
  const { demo } = useLoaderData<typeof loader>();
  const mailbox = (text: string) => <a href={`/${locale}/mailbox`}>{text}</a>;
  return (
    <Page title={t("signing.sent.title")} lead={t("signing.sent.lead")}>
      {demo ? (
        <Notice>
          <p>
            <Message id="identity.sent.demo" tags={{ link: mailbox }} />
          </p>
        </Notice>
      ) : null}
      <Section title={t("identity.sent.missingTitle")} quiet>
        <p className="measure">{t("signing.sent.missing")}</p>
      </Section>
    </Page>
  );
}
