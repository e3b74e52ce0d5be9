import { allow } from "~/domain/identity/allow.server";
import { listOpenedPetitions } from "~/domain/petitions/petition-news-queries.server";
import { translator } from "~/i18n/translate";
import { feedAnswer, feedLanguage } from "./feed-answer.server";

/** `/petitions.atom` and `/petitions.feed.json`: petitions as they open. */
export const loader = allow("anyone", async (asked) => {
  const { origin } = asked;
  const { language, community } = feedLanguage(asked);
  const opened = await listOpenedPetitions(asked.community);
  return feedAnswer(asked, {
    title: translator(language)("petitions.feed.list", { community }),
    page: `/${language}/petitions`,
    entries: opened.flatMap(({ number, title, text, language: own, openedAt }) =>
      openedAt
        ? [
            {
              id: `${origin}/p/${number}`,
              title,
              link: `${origin}/${language}/petitions/${number}`,
              language: own,
              published: openedAt,
              updated: openedAt,
              text,
            },
          ]
        : [],
    ),
  });
});
