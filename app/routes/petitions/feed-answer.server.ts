import type { Handled } from "~/domain/identity/allow.server";
import { localText } from "~/i18n/local-text";
import { isLocale, type Locale } from "~/i18n/locales";
import { now } from "~/platform/clock.server";
import { atomFeed, type Feed, type FeedEntry, jsonFeed } from "~/shared/feed";

type Asked = Pick<Handled<"anyone">, "url" | "locale" | "origin" | "community">;

/** The language asked for by `?lang=`, and the name of the community in it. */
export function feedLanguage({ url, locale, community }: Asked): { language: Locale; community: string } {
  const asked = url.searchParams.get("lang") ?? "";
  const language = isLocale(asked) && community.languages.includes(asked) ? asked : locale;
  return { language, community: localText(community.name, language).text };
}

/** The same news as Atom or as JSON Feed, by the end of the address. */
export function feedAnswer(
  asked: Asked,
  { title, page, entries }: { title: string; page: string; entries: FeedEntry[] },
): Response {
  const { url, origin } = asked;
  const { language, community } = feedLanguage(asked);
  const self = `${origin}${url.pathname}?lang=${language}`;
  const feed: Feed = {
    title,
    language,
    self,
    page: `${origin}${page}`,
    author: community,
    entries,
    made: now(),
  };
  const isJson = url.pathname.endsWith(".json");
  return new Response(isJson ? jsonFeed(feed) : atomFeed(feed), {
    headers: {
      "Content-Type": isJson ? "application/feed+json; charset=utf-8" : "application/atom+xml; charset=utf-8",
      "Cache-Control": "public, max-age=60",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
