import { Command, CommanderError } from "commander";
import { CliError } from "./cli-error";

type Subcommand = { register(program: Command): void };

/** Only the asked subcommand is loaded, so that `count` starts at once and needs no database. */
const subcommands: Record<string, () => Promise<Subcommand>> = {
  compare: () => import("./compare"),
  count: () => import("./count"),
  "create-community": () => import("./create-community"),
  "demo-time-passes": () => import("./demo-time-passes"),
  dump: () => import("./dump"),
  "import-districts": () => import("./import-districts"),
  "import-election": () => import("./import-election"),
  replay: () => import("./replay"),
  restore: () => import("./restore"),
  verify: () => import("./verify"),
};

async function main(words: string[]): Promise<void> {
  const program = new Command("openward").description(
    "Participatory budgets, counted so that anyone can repeat it.",
  );
  program.exitOverride();
  const asked = subcommands[words[0] ?? ""];
  const load = asked ? [asked] : Object.values(subcommands);
  for (const subcommand of await Promise.all(load.map((each) => each()))) subcommand.register(program);
  await program.parseAsync(words, { from: "user" });
}

// Whoever reads our output may have seen enough (`| head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CommanderError)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = exitCodeOf(error);
});

function exitCodeOf(error: unknown): number {
  if (error instanceof CliError) return error.exitCode;
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  return Number(process.exitCode) || 2;
}
