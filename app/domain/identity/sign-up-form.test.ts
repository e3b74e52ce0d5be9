import { describe, expect, it } from "vitest";
import { changePasswordForm } from "./password-form";
import { signUpForm } from "./sign-up-form";

const filled = {
  name: "Галина Мороз",
  email: " halyna@example.org ",
  password: "сім синіх слонів",
  bornOn: "",
  district: "elsewhere",
};
const district = "0198f1c2-0000-7000-8000-000000000000";

function complaints(given: Record<string, unknown>): string[] {
  const checked = signUpForm.safeParse({ ...filled, ...given });
  return checked.success
    ? []
    : checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("the sign-up form", () => {
  it("takes what people write and trims the address", () => {
    expect(signUpForm.parse(filled)).toEqual({
      ...filled,
      email: "halyna@example.org",
      bornOn: null,
      basis: "",
    });
  });

  it.each([
    [{ name: " " }, "name: identity.error.nameMissing"],
    [{ name: "<b>Ім’я</b>" }, "name: identity.error.nameShape"],
    [{ email: "" }, "email: identity.error.emailMissing"],
    [{ email: "halyna" }, "email: identity.error.emailShape"],
    [{ password: "" }, "password: identity.error.passwordMissing"],
    [{ password: "1234567" }, "password: identity.error.passwordShort"],
    [{ password: "я".repeat(201) }, "password: identity.error.passwordLong"],
    [{ bornOn: "2001-02-30" }, "bornOn: identity.error.bornOnShape"],
    [{ bornOn: "0986-05-17" }, "bornOn: identity.error.bornOnShape"],
    [{ district: undefined }, "district: identity.error.districtMissing"],
    [{ district: "' or 1=1" }, "district: identity.error.districtMissing"],
    [{ district }, "basis: identity.error.basisMissing"],
    [{ district, basis: "rich" }, "basis: identity.error.basisMissing"],
  ])("complains of %j", (given, complaint) => {
    expect(complaints(given)).toContain(complaint);
  });

  it("S-19 takes 8 to 200 characters of any kind", () => {
    for (const password of ["        ", "я".repeat(200), "пароль з пробілами", "🐘🐘🐘🐘🐘🐘🐘🐘"]) {
      expect(complaints({ password })).toEqual([]);
    }
  });

  it("S-3 S-31 refuses fields that only the server sets", () => {
    for (const field of ["role", "roles", "confirmedAt", "community_id", "verified"]) {
      expect(signUpForm.safeParse({ ...filled, [field]: "administrator" }).success, field).toBe(false);
    }
  });
});

describe("the form for a new password", () => {
  it("asks for the present one", () => {
    const checked = changePasswordForm.safeParse({ currentPassword: "", password: "сім синіх слонів" });
    expect(checked.error?.issues.map(({ message }) => message)).toEqual(["identity.error.passwordMissing"]);
  });
});
