import { describe, expect, it } from "vitest";
import { atomFeed, type Feed, jsonFeed } from "./feed";

const made = new Date("2026-11-22T00:00:00Z");
const entry = {
  id: "http://localhost/p/1",
  title: "Освітити вулицю Зоряну",
  link: "http://localhost/uk/petitions/1",
  language: "uk",
  published: new Date("2026-11-20T10:00:00Z"),
  updated: new Date("2026-11-21T10:00:00Z"),
  text: "Просимо ліхтарі.",
};
const feed: Feed = {
  title: "Петиції",
  language: "uk",
  self: "http://localhost/petitions.atom",
  page: "http://localhost/uk/petitions",
  author: "Громада",
  entries: [entry],
  made,
};

const withText = (text: string) => ({ ...feed, entries: [{ ...entry, text, title: text }] });

describe("an Atom feed", () => {
  it("says when the newest entry was changed, and for an empty feed when it was made", () => {
    expect(atomFeed(feed)).toContain("<updated>2026-11-21T10:00:00.000Z</updated>\n<author>");
    expect(atomFeed({ ...feed, entries: [] })).toContain("<updated>2026-11-22T00:00:00.000Z</updated>");
  });

  it("holds everything a reader asks for", () => {
    const text = atomFeed(feed);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns=/);
    for (const part of ["<id>http://localhost/p/1</id>", 'rel="self"', 'xml:lang="uk"', "Просимо ліхтарі."])
      expect(text).toContain(part);
  });

  it.each([
    ["markup", "<b>a</b> & \"b\" 'c'", "&lt;b&gt;a&lt;/b&gt; &amp; &quot;b&quot; &#39;c&#39;"],
    ["the end of a block", "]]>", "]]&gt;"],
    ["a NUL and a bell", "a\0b\u0007c", "a\uFFFDb\uFFFDc"],
    ["half of a pair", "a\uD800b", "a\uFFFDb"],
    ["a sign of four bytes", "🎉", "🎉"],
    ["line breaks", "a\n\nb", "a\n\nb"],
  ])("keeps %s plain", (_, given, written) => {
    expect(atomFeed(withText(given))).toContain(`<content type="text">${written}</content>`);
    expect(atomFeed(withText(given))).toContain(`<title>${written}</title>`);
  });
});

describe("a JSON feed", () => {
  it("holds the same entries, texts as they are", () => {
    expect(JSON.parse(jsonFeed(withText("<b> & \0")))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      feed_url: feed.self,
      items: [
        {
          id: entry.id,
          url: entry.link,
          content_text: "<b> & \0",
          date_published: "2026-11-20T10:00:00.000Z",
        },
      ],
    });
  });
});
