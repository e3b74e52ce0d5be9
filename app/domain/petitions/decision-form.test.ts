import { describe, expect, it } from "vitest";
import { decisionForm } from "./decision-form";

const words = "Просимо уточнити, яку саме вулицю треба освітити.";
const messages = (step: Parameters<typeof decisionForm>[0], given: Record<string, unknown>) => {
  const read = decisionForm(step).safeParse(given);
  return read.success
    ? read.data
    : read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
};

describe("decisionForm", () => {
  it("opens without a word and reads every step into one shape", () => {
    expect(messages("open", {})).toEqual({ note: "", ground: null, hide: false });
    expect(messages("return", { note: words })).toEqual({ note: words, ground: null, hide: false });
  });

  it.each(["return", "refuse", "hide", "show", "stop", "restore", "reject_review"] as const)(
    "does not take the step %s without a sentence for the public",
    (step) => {
      expect(messages(step, { note: " ні ", ground: "insult" })).toContain(
        "note moderation.error.note_short",
      );
    },
  );

  it("refuses on a coded ground only, and hides the text only for an unlawful one", () => {
    expect(messages("refuse", { note: words })).toEqual(["ground moderation.error.ground"]);
    expect(messages("refuse", { note: words, ground: "insult", hide: "yes" })).toEqual({
      note: words,
      ground: "insult",
      hide: true,
    });
    expect(messages("refuse", { note: words, ground: "duplicate", hide: "yes" })).toEqual([
      "hide moderation.error.hide_ground",
    ]);
    expect(messages("hide", { note: words, ground: "duplicate" })).toEqual([
      "ground moderation.error.ground",
    ]);
  });

  it("S-31 knows no other field", () => {
    expect(decisionForm("open").safeParse({ note: "", state: "open" }).success).toBe(false);
  });
});
