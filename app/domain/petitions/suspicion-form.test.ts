import { describe, expect, it } from "vitest";
import { criteriaOf, suspicionAsked, suspicionForm } from "./suspicion-form";

const cause = "Однакові підписи за хвилину";

describe("suspicionForm", () => {
  it("reads the wall time of the community", () => {
    const answers = suspicionForm.parse({ from: "2026-07-01T10:00", to: "2026-07-01T11:30", cause });
    expect(criteriaOf(answers, "Europe/Kyiv")).toEqual({
      from: "2026-07-01T07:00:00.000Z",
      to: "2026-07-01T08:30:00.000Z",
    });
  });

  it.each([
    [{ cause }, "from"],
    [{ cause, from: "2026-07-01T10:00" }, "from"],
    [{ cause, district: "018f0000-0000-7000-8000-000000000000" }, "from"],
    [{ cause, from: "2026-07-01T10:00", to: "2026-07-01T10:00" }, "to"],
    [{ cause, from: "2026-02-30T10:00", to: "2026-07-01T10:00" }, "from"],
    [{ cause, network: "abc", district: "1" }, "district"],
    [{ cause, network: "' or 1=1" }, "network"],
    [{ cause: " ", network: "abc" }, "cause"],
    [{ cause: "а".repeat(301), network: "abc" }, "cause"],
  ])("refuses %j in %s", (given, field) => {
    const read = suspicionForm.safeParse(given);
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it("lets an address of the page fill it, but not with anything", () => {
    const asked = (text: string) => suspicionAsked(new URLSearchParams(text));
    expect(asked("network=abc&from=2026-07-01T10:00&more=1")).toMatchObject({
      network: "abc",
      from: "2026-07-01T10:00",
    });
    expect(asked("network=<b>")).toEqual({ network: "", from: "", to: "", district: "" });
  });
});
