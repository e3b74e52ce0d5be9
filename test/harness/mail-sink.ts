import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedLetter = { to: string[]; headers: string; body: string };

export type MailSink = {
  readonly url: string;
  readonly letters: ReceivedLetter[];
  /** Resolves when so many letters have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  /** SMTP code and words for a recipient that is refused; nothing for one that is taken. */
  refuse?: (address: string) => string | undefined;
  /** Runs when a letter has come whole and before the sender is told. */
  onLetter?: (count: number) => void;
};

/** A real SMTP server on a free port that keeps what it gets. */
export async function startMailSink({ refuse, onLetter }: Options = {}): Promise<MailSink> {
  const letters: ReceivedLetter[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      const answer = refuse?.(address);
      if (!answer) return callback();
      callback(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const [headers = "", ...body] = Buffer.concat(chunks).toString("utf8").split("\r\n\r\n");
        letters.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          headers,
          body: body.join("\r\n\r\n"),
        });
        onLetter?.(letters.length);
        for (const check of waiting) check();
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    received: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (letters.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
