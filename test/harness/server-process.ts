import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** What the server processes of tests sign their forms with. */
export const SERVER_SECRET = "a secret of at least 32 characters";

export type ServerProcess = {
  readonly origin: string;
  /** Resolves when the server answers that it is ready. */
  ready(): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
};

/** The built application as a process of its own, with its worker, on a database given by `settings`. */
export function startServerProcess(port: number, settings: Record<string, string>): ServerProcess {
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["build/server/main.js"], {
    stdio: ["ignore", "ignore", process.env["SERVER_LOG"] ? "inherit" : "ignore"],
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: String(port),
      OPENWARD_SECRET: SERVER_SECRET,
      OPENWARD_DEMO: "false",
      ...settings,
    },
  });
  return { origin, ready: () => answers(child, origin), end: (signal) => end(child, signal) };
}

async function answers(child: ChildProcess, origin: string): Promise<void> {
  for (;;) {
    const ready = await fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error("The server did not start: npm run build comes first.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
