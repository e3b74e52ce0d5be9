import { log } from "~/platform/log.server";

/** What a step of a loop found: work (look again at once), none, or trouble outside (look again later and later). */
export type StepResult = "worked" | "idle" | "trouble";

export type Loop = { wake(): void; ended: Promise<void> };

const TROUBLE_FIRST_MS = 2_000;
const TROUBLE_LONGEST_MS = 60_000;

/** Repeats a step until the signal; a step that throws counts as trouble. */
export function startLoop(
  name: string,
  stopping: AbortSignal,
  step: () => Promise<StepResult>,
  idleMs = 1_000,
): Loop {
  let endPause: (() => void) | null = null;
  let woken = false;
  const wake = () => {
    woken = true;
    endPause?.();
  };
  stopping.addEventListener("abort", wake, { once: true });

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken) endPause();
    });
  }

  async function run(): Promise<void> {
    let troubles = 0;
    while (!stopping.aborted) {
      woken = false;
      const result = await step().catch((err: unknown): StepResult => {
        log.error({ err, loop: name }, "a loop of the worker failed");
        return "trouble";
      });
      troubles = result === "trouble" ? troubles + 1 : 0;
      if (result === "idle") await pause(idleMs);
      else if (troubles > 0)
        await pause(Math.min(TROUBLE_FIRST_MS * 2 ** (troubles - 1), TROUBLE_LONGEST_MS));
    }
  }
  return { wake, ended: run() };
}
