import { createTransport } from "nodemailer";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";

/** Where letters go: to a server, or nowhere but the mailbox page of a demonstration. */
export type MailSettings = { kind: "smtp"; url: string; from: string } | { kind: "mailbox" };

export type OutgoingLetter = {
  id: string;
  recipient: string;
  language: string;
  subject: string;
  body: string;
  /** For the header List-Unsubscribe (RFC 2369); the page asks before it acts. */
  leaveAddress: string | null;
};

/**
 * `rejected`: this letter will never be taken. `later`: the server asks to try again. `down`: there is no
 * server to talk to. `code` is a number or word of the protocol and never holds an address.
 */
export type Delivery = Outcome<undefined, "rejected" | "later" | "down">;

export type Mailer = { deliver(letter: OutgoingLetter): Promise<Delivery>; close(): void };

const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Opens a mailer; with a server it keeps one connection for many letters. */
export function openMailer(settings: MailSettings): Mailer {
  if (settings.kind === "mailbox") return { deliver: async () => done(), close: () => {} };
  const { url, from } = settings;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...LIMITS,
  });
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    async deliver(letter) {
      if (!isSingleAddress(letter.recipient)) return refused("rejected", { code: "address" });
      try {
        await transport.sendMail(composeMessage(letter, from, domain));
        return done();
      } catch (error) {
        return judge(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The row's id names the message, so that a letter sent twice after a crash is shown once by most mailboxes. */
function composeMessage(
  { id, recipient, language, subject, body, leaveAddress }: OutgoingLetter,
  from: string,
  domain: string,
) {
  return {
    from,
    to: { name: "", address: recipient },
    subject: subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " "),
    text: body,
    messageId: `<${id}@${domain}>`,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    ...(leaveAddress ? { list: { unsubscribe: leaveAddress } } : {}),
  };
}

/** One bare address and nothing that could begin another header or recipient (S-37). */
function isSingleAddress(text: string): boolean {
  return /^[^\s<>,;:"()[\]\\\p{Cc}]+@[^\s<>,;:"()[\]\\@\p{Cc}]+$/u.test(text);
}

function judge(error: unknown): Delivery {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (code === "EAUTH") return refused("down", { code: "EAUTH" });
  if (responseCode && responseCode >= 500) return refused("rejected", { code: responseCode });
  if (responseCode && responseCode >= 400) return refused("later", { code: responseCode });
  return refused("down", { code: code ?? "unknown" });
}
