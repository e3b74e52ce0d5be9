import { describe, expect, it } from "vitest";
import { limitsOf, signingLimitsForm } from "./limits-form";

describe("signingLimitsForm", () => {
  it("leaves out what is empty", () => {
    const read = signingLimitsForm.parse({ address_most: "20", address_minutes: "60", country_most: "" });
    expect(limitsOf(read)).toEqual({ address: { most: 20, minutes: 60 } });
  });

  it.each([
    [{ address_most: "20" }, "address_minutes"],
    [{ network_minutes: "20" }, "network_most"],
    [{ address_most: "0", address_minutes: "60" }, "address_most"],
    [{ address_most: "1.5", address_minutes: "60" }, "address_most"],
    [{ mailbox_most: "3", mailbox_minutes: "1441" }, "mailbox_minutes"],
  ])("refuses %j in %s", (given, field) => {
    const read = signingLimitsForm.safeParse(given);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
