import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { findPetition } from "~/domain/petitions/petition-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PlainText } from "~/ui/prose";
import { openDesk } from "./open-desk.server";

export const meta = pageMeta((t) => t("integrity.desk.turn"), { hidden: true });

export const loader = allow("consultant", async (asked) => {
  const { id } = await openDesk(asked);
  const petition = await findPetition(asked.community, { id });
  if (!petition) throw new Response(null, { status: 404 });
  const { number, title, demand, grounds, language, addressee, authorName, closesAt } = petition;
  return { number, title, demand, grounds, language, addressee, authorName, closesAt };
});

/** The text in large letters, for a resident who reads it across the desk. */
export default function DeskText() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, title, demand, grounds, language, addressee, authorName, closesAt } =
    useLoaderData<typeof loader>();
  const lang = language === locale ? undefined : language;
  return (
    <Page
      title={title}
      titleLang={lang}
      caption={t("moderation.petition.caption", { number })}
      back={{ href: `/${locale}/desk/petitions/${number}/sign` }}
    >
      <div className="turned">
        <PlainText text={demand} lang={lang} />
        <PlainText text={grounds} lang={lang} />
        <p>{t("integrity.desk.from", { author: authorName, addressee })}</p>
        {closesAt ? <p>{t("integrity.desk.until", { date: format.deadlineZone(closesAt) })}</p> : null}
      </div>
    </Page>
  );
}
