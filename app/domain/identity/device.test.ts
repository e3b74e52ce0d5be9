import { describe, expect, it } from "vitest";
import { deviceCookie, deviceName, readDeviceCookie } from "./device";

describe("devices", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"],
    [
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
      "Chrome, Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
      "Safari, iOS",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
      "Edge, Windows",
    ],
    ["curl/8.5.0", ""],
    [null, ""],
  ])("tells %s by a short name", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it("S-20 reads back the cookie it sets, and nothing else", () => {
    const token = "a".repeat(22);
    expect(readDeviceCookie(deviceCookie(token).split(";")[0] ?? "")).toBe(token);
    expect(readDeviceCookie(`x=1; __Host-device=${token}; y=2`)).toBe(token);
    expect(readDeviceCookie(`not__Host-device=${token}`)).toBeNull();
    expect(readDeviceCookie("__Host-device=short")).toBeNull();
  });
});
