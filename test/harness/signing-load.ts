import { Agent, request } from "node:http";

/** One person's act, ready to be sent: everything but the moment. */
export type PreparedSignature = { signerKey: string; path: string; cookie: string; body: string };

/** `unknown`: no answer came, or one that does not say whether the signature was stored. */
export type Attempt = {
  signerKey: string;
  outcome: "ok" | "refused" | "unknown";
  status: number;
  /** Unix milliseconds when it was to be sent and when the answer was there. */
  planned: number;
  answered: number;
};

const PATIENCE_MS = 20_000;
const TICK_MS = 2;

/**
 * Sends one act after the other at a fixed rate, whether or not answers come (SC-12). Times run from the planned
 * moment, so a server that stalls is charged for everybody it keeps waiting.
 */
export async function sendAtRate(
  origin: string,
  prepared: readonly PreparedSignature[],
  perSecond: number,
  onAnswer: (attempt: Attempt) => void = () => {},
): Promise<Attempt[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const attempts: Promise<Attempt>[] = [];
  const told = (attempt: Attempt) => {
    onAnswer(attempt);
    return attempt;
  };
  const begun = Date.now();
  while (attempts.length < prepared.length) {
    const due = Math.min(prepared.length, Math.ceil(((Date.now() - begun) / 1000) * perSecond));
    while (attempts.length < due) {
      const planned = begun + (attempts.length / perSecond) * 1000;
      const next = prepared[attempts.length];
      if (next) attempts.push(sendOne(agent, origin, next, planned).then(told));
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const answered = await Promise.all(attempts);
  agent.destroy();
  return answered;
}

/** Sends an act as a browser does: with its cookie, its form token and the address of the site. */
export function sendOne(
  agent: Agent,
  origin: string,
  { signerKey, path, cookie, body }: PreparedSignature,
  planned = Date.now(),
): Promise<Attempt> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve) => {
    const settle = (status: number) =>
      resolve({ signerKey, outcome: outcomeOf(status), status, planned, answered: Date.now() });
    const outgoing = request(
      {
        agent,
        hostname,
        port,
        path,
        method: "POST",
        timeout: PATIENCE_MS,
        headers: {
          Host: host,
          Origin: origin,
          Cookie: cookie,
          "Sec-Fetch-Site": "same-origin",
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": body.length,
        },
      },
      (response) => {
        response.resume();
        response.once("end", () => settle(response.statusCode ?? 0));
        response.once("error", () => settle(0));
        response.once("close", () => settle(0));
      },
    );
    outgoing.once("timeout", () => outgoing.destroy());
    outgoing.once("error", () => settle(0));
    outgoing.end(body);
  });
}

/** A busy server may say so after the commit whose answer it lost, so 5xx says nothing. */
function outcomeOf(status: number): Attempt["outcome"] {
  if (status === 303) return "ok";
  return status >= 400 && status < 500 ? "refused" : "unknown";
}
