import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PlainText } from "./prose";

describe("PlainText", () => {
  it("S-34 shows residents' text as it was typed: no markup and no links come of it", () => {
    const typed = "<b>bold</b> [site](javascript:alert(1)) <img src=x onerror=alert(1)> https://example.org";
    const html = renderToStaticMarkup(<PlainText text={typed} />);
    expect(html).not.toMatch(/<(b|a|img|script)\b/);
    expect(html).toContain("&lt;b&gt;bold&lt;/b&gt;");
  });

  it("makes paragraphs of empty lines", () => {
    expect(renderToStaticMarkup(<PlainText text={"one\n\ntwo"} />)).toContain("<p>one</p><p>two</p>");
  });
});
