import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TranslationProvider } from "~/i18n/use-translation";
import { Checkbox } from "./checkboxes";
import { TextField } from "./field";
import { Radios } from "./radios";

function html(element: ReactElement): string {
  const place = { locale: "en" as const, zone: "Europe/Kyiv", currency: "UAH", children: element };
  return renderToStaticMarkup(createElement(TranslationProvider, place));
}

describe("fields", () => {
  it("tie the control to its label, hint and error", () => {
    const page = html(<TextField name="title" label="Title" hint="One sentence" error="Write a title" />);
    expect(page).toContain('<label for="title">Title</label>');
    expect(page).toContain('aria-describedby="title-hint title-error"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toMatch(/id="title-hint">One sentence</);
    expect(page).toMatch(/id="title-error">.*Write a title/);
  });

  it("say what may be left out and describe nothing that is not there", () => {
    const page = html(<TextField name="phone" label="Phone" optional />);
    expect(page).toContain("(optional)");
    expect(page).not.toContain("aria-describedby");
    expect(page).not.toContain("aria-invalid");
  });

  it("let the error summary reach the first of several choices by the name", () => {
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B", hint: "The second" },
    ];
    const page = html(
      <Radios name="place" label="Where" options={options} defaultValue="b" error="Choose" />,
    );
    expect(page).toMatch(/<fieldset[^>]* aria-describedby="place-error"/);
    expect(page).toMatch(/id="place" name="place" value="a"/);
    expect(page).toMatch(/id="place-2" name="place" aria-describedby="place-2-hint" checked="" value="b"/);
  });

  it("tie a single checkbox to its error", () => {
    const page = html(<Checkbox name="consent" label="I agree" error="Tick the box" />);
    expect(page).toMatch(/id="consent"[^>]*aria-describedby="consent-error"/);
  });
});
