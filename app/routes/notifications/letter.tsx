import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { readLetter } from "~/domain/notifications/letter-queries.server";
import { splitLinks } from "~/domain/notifications/letter-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { isId } from "~/shared/id";
import { Facts } from "~/ui/facts";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Time } from "~/ui/time";

export const meta = pageMeta((t) => t("notifications.mailbox.title"), { hidden: true });

export const loader = allow("anyone", async ({ community, origin, demo, params }) => {
  const id = params.id ?? "";
  const letter = demo && isId(id) ? await readLetter(community, id) : null;
  if (!letter) throw new Response(null, { status: 404 });
  return { ...letter, paragraphs: letter.body.split("\n\n").map((text) => splitLinks(text, origin)) };
});

export default function LetterPage() {
  const t = useT();
  const locale = useLocale();
  const { recipient, subject, language, createdAt, body, paragraphs } = useLoaderData<typeof loader>();
  return (
    <Page title={subject} titleLang={language} back={{ href: `/${locale}/mailbox` }}>
      <Facts
        items={[
          { label: t("notifications.mailbox.to"), value: recipient },
          { label: t("notifications.mailbox.time"), value: <Time value={createdAt} format="dateTime" /> },
        ]}
      />
      {body === "" ? <p className="quiet">{t("notifications.mailbox.wiped")}</p> : null}
      <div className="prose" lang={language}>
        {paragraphs.map((parts, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the letter is rendered once on the server
          <p key={index}>
            {parts.map(({ text, href }) =>
              href ? (
                <a key={text} href={href}>
                  {text}
                </a>
              ) : (
                text
              ),
            )}
          </p>
        ))}
      </div>
    </Page>
  );
}
