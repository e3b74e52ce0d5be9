/** One piece of news. Texts are plain; nothing in them is read as markup. */
export type FeedEntry = {
  /** Permanent and unlike any other, such as an address. */
  id: string;
  title: string;
  link: string;
  /** BCP 47 tag of the title and the text. */
  language: string;
  published: Date;
  updated: Date;
  text: string;
};

export type Feed = {
  title: string;
  language: string;
  /** Address of the feed itself, and of the page with the same things. */
  self: string;
  page: string;
  author: string;
  /** Newest first. */
  entries: readonly FeedEntry[];
  /** For a feed without entries, which must still say when it was made. */
  made: Date;
};

/** What XML 1.0 cannot hold, not even escaped: most control characters, lone surrogates and two non-characters. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The Atom Syndication Format (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { title, language, self, page, author, entries } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${newest(feed).toISOString()}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...entries.map(atomEntry),
    "</feed>",
    "",
  ].join("\n");
}

function atomEntry({ id, title, link, language, published, updated, text }: FeedEntry): string {
  return [
    `<entry xml:lang="${xml(language)}">`,
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(link)}"/>`,
    `<published>${published.toISOString()}</published>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<content type="text">${xml(text)}</content>`,
    "</entry>",
  ].join("\n");
}

/** JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed({ title, language, self, page, author, entries }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    language,
    home_page_url: page,
    feed_url: self,
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.published.toISOString(),
      date_modified: entry.updated.toISOString(),
      language: entry.language,
    })),
  });
}

function newest({ entries, made }: Feed): Date {
  return new Date(
    Math.max(...entries.map(({ updated }) => updated.getTime()), entries[0] ? 0 : made.getTime()),
  );
}
