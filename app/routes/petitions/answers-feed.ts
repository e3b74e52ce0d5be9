import { allow } from "~/domain/identity/allow.server";
import { listNewestAnswers } from "~/domain/petitions/petition-news-queries.server";
import { translator } from "~/i18n/translate";
import { feedAnswer, feedLanguage } from "./feed-answer.server";

/** `/petitions/answers.atom` and `/petitions/answers.feed.json`: what the council has answered. */
export const loader = allow("anyone", async (asked) => {
  const { origin } = asked;
  const { language, community } = feedLanguage(asked);
  const answers = await listNewestAnswers(asked.community);
  return feedAnswer(asked, {
    title: translator(language)("petitions.feed.answers", { community }),
    page: `/${language}/petitions/answers`,
    entries: answers.map(({ number, title, version, text, language: own, at }) => ({
      id: `${origin}/p/${number}#answer-${version}`,
      title: translator(own)("petitions.feed.answer", { number, title }),
      link: `${origin}/${language}/petitions/${number}`,
      language: own,
      published: at,
      updated: at,
      text,
    })),
  });
});
