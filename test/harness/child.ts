import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process of the embedded test script with everything it has said so far. */
export type Child = {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves when a line fits; rejects when the process ends without one. */
  says(pattern: RegExp): Promise<string>;
  /** Ends it and waits. */
  end(signal: NodeJS.Signals): Promise<void>;
};

const script = fileURLToPath(new URL("./embedded-process.ts", import.meta.url));

export function startChild(...args: string[]): Child {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  let rest = "";
  child.stdout.on("data", (chunk) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    child.emit("lines");
  });
  const closed = once(child, "close");
  return {
    process: child,
    lines,
    async says(pattern) {
      for (;;) {
        const found = lines.find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`The process ended after: ${lines.join(" | ")}`);
        }
        await Promise.race([once(child, "lines"), closed]);
      }
    },
    async end(signal) {
      child.kill(signal);
      await closed;
    },
  };
}
