import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedForm } from "~/shared/parsed-form";
import { keepForm, packKeptForm, unpackKeptForm, writtenTexts } from "./kept-form";

const formOf = (fields: Record<string, string[]>, files: ParsedForm["files"] = []): ParsedForm => ({
  fields: new Map(Object.entries(fields)),
  files,
});

describe("a form that outlives its session", () => {
  it("F-25 keeps every field in its order, lists too, and leaves the old token behind", () => {
    const form = formOf({ formToken: ["x"], title: ["Лавки у сквері"], "themes[]": ["parks", "streets"] });
    expect(keepForm(form, "/uk/initiatives/new/title?draft=1")).toEqual({
      action: "/uk/initiatives/new/title?draft=1",
      fields: [
        ["title", "Лавки у сквері"],
        ["themes[]", "parks"],
        ["themes[]", "streets"],
      ],
      filesLost: false,
    });
  });

  it("F-25 says that files have to be chosen again", () => {
    const photo = { field: "photo", name: "a.jpg", type: "image/jpeg", bytes: new Uint8Array(3) };
    expect(keepForm(formOf({}, [photo]), "/uk/initiatives/new/photos")?.filesLost).toBe(true);
  });

  it("F-25 keeps nothing of a form with a password, of an empty one, or for another site", () => {
    expect(keepForm(formOf({ currentPassword: ["a"], name: ["b"] }), "/uk/account/password")).toBeNull();
    expect(keepForm(formOf({ formToken: ["x"] }), "/uk/account")).toBeNull();
    expect(keepForm(formOf({ a: ["b"] }), "//evil.example/uk")).toBeNull();
  });

  it("F-25 brings any text back exactly", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 9 }), (fields) => {
        const kept = { action: "/uk/a", fields, filesLost: false };
        expect(unpackKeptForm(packKeptForm(kept))).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    "",
    "not base64!",
    btoa("{}"),
    btoa('{"action":"https://evil.example/uk","fields":[],"filesLost":false}'),
    btoa('{"action":"/uk/sign-out","fields":[],"filesLost":false}'),
    btoa('{"action":"/uk/a","fields":[["a",1]],"filesLost":false}'),
  ])("S-29 F-25 reads nothing from %j", (packed) => {
    expect(unpackKeptForm(packed)).toBeNull();
  });

  it("shows the texts that were written, not the choices", () => {
    const fields: [string, string][] = [
      ["draft", "0198f1c2-0000-7000-8000-000000000000"],
      ["district", "x"],
      ["problem", "У сквері немає жодної лавки."],
    ];
    expect(writtenTexts({ action: "/uk/a", fields, filesLost: false })).toEqual([
      "У сквері немає жодної лавки.",
    ]);
  });
});
