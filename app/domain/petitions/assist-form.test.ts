import { describe, expect, it } from "vitest";
import { assistForm } from "./assist-form";

const given = {
  name: "Ганна Криничка",
  bornOn: "1948-05-06",
  basis: "registered",
  language: "uk",
  consent: "yes",
};

describe("assistForm", () => {
  it("asks for no mail address", () => {
    expect(assistForm.parse(given)).toMatchObject({ email: "", showName: false, consent: true });
  });

  it.each([
    [{ consent: undefined }, "consent"],
    [{ bornOn: "" }, "bornOn"],
    [{ bornOn: "1848-05-06" }, "bornOn"],
    [{ email: "ganna" }, "email"],
    [{ district: "північ" }, "district"],
    [{ basis: "" }, "basis"],
    [{ name: "" }, "name"],
  ])("refuses %j in %s", (wrong, field) => {
    const read = assistForm.safeParse({ ...given, ...wrong });
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
