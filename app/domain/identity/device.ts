const BROWSERS: readonly [pattern: RegExp, name: string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bYaBrowser\//, "Yandex"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly [pattern: RegExp, name: string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b|\biPad\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Firefox, Windows" from a user agent: enough to know one's own device by, too little to follow it. */
export function deviceName(userAgent: string | null): string {
  const find = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(", ");
}

const COOKIE = "__Host-device";
const YEAR_SECONDS = 365 * 86_400;

/** The random name of a browser that signed in here before; it opens nothing (S-20). */
export function readDeviceCookie(cookieHeader: string): string | null {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{22,64})(?:;|$)`).exec(cookieHeader)?.[1] ?? null;
}

/** The value for `Set-Cookie`. */
export function deviceCookie(token: string): string {
  return `${COOKIE}=${token}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; Secure; SameSite=Lax`;
}
