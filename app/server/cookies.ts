import { randomBytes } from "node:crypto";

const VISIT = "__Host-visit";
const SCHEME = "colour-scheme";

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** A guest's visit: 128 random bits that only tie a form to the browser that asked for it. */
export function readVisit(header: string): string | null {
  const value = readCookie(header, VISIT);
  return value && /^[\w-]{22}$/.test(value) ? value : null;
}

export function newVisit(): { visit: string; cookie: string } {
  const visit = randomBytes(16).toString("base64url");
  return { visit, cookie: `${VISIT}=${visit}; Path=/; HttpOnly; Secure; SameSite=Lax` };
}

export function readColourScheme(header: string): "light" | "dark" | null {
  const value = readCookie(header, SCHEME);
  return value === "light" || value === "dark" ? value : null;
}
