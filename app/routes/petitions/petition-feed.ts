import { allow } from "~/domain/identity/allow.server";
import { listPetitionEvents } from "~/domain/petitions/petition-queries.server";
import { translator } from "~/i18n/translate";
import { feedAnswer, feedLanguage } from "./feed-answer.server";
import { openReadable } from "./open-public.server";

/** `/petitions/214/feed.atom` and `/petitions/214/feed.json`: what becomes of one petition. */
export const loader = allow("anyone", async (asked) => {
  const { origin, params } = asked;
  const found = await openReadable({ community: asked.community, params });
  const facts = await listPetitionEvents(asked.community, found.id);
  const { language, community } = feedLanguage(asked);
  const t = translator(language);
  const page = `/${language}/petitions/${found.number}`;
  return feedAnswer(asked, {
    title: t("petitions.feed.petition", { community, number: found.number }),
    page,
    entries: facts.toReversed().map(({ step, at, ground, note }) => ({
      id: `${origin}/p/${found.number}#${step}-${at.getTime()}`,
      title: `${t(`petitions.step.${step}`)}: ${found.title}`,
      link: `${origin}${page}#history`,
      language,
      published: at,
      updated: at,
      text: [ground ? t(`petitions.ground.${ground}`) : "", note].filter(Boolean).join("\n\n"),
    })),
  });
});
