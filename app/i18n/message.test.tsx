import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Message, withTags } from "./message";
import { TranslationProvider } from "./use-translation";

function html(element: ReactElement): string {
  const place = { locale: "en" as const, zone: "Europe/Kyiv", currency: "UAH", children: element };
  return renderToStaticMarkup(createElement(TranslationProvider, place));
}

const tags = { link: (text: string) => <a href="/rules">{text}</a> };

describe("Message", () => {
  it("puts elements around the marked words", () => {
    const bold = (text: string) => <b>{text}</b>;
    const sentence = "Read <link>the rules</link> and <bold>vote</bold>.";
    expect(renderToStaticMarkup(<>{withTags(sentence, { ...tags, bold })}</>)).toBe(
      'Read <a href="/rules">the rules</a> and <b>vote</b>.',
    );
  });

  it("leaves markup in a value as text", () => {
    const title = "<link>free money</link> & <b>";
    expect(html(<Message id="common.errors.pageTitle" values={{ title }} tags={tags} />)).toBe(
      "Error: &lt;link&gt;free money&lt;/link&gt; &amp; &lt;b&gt;",
    );
  });
});
