import { cpus, totalmem } from "node:os";
import { benchBallots } from "./ballots";
import { benchServer } from "./server";
import { benchTally } from "./tally";

const parts: Record<string, () => Promise<void> | void> = {
  server: benchServer,
  ballots: benchBallots,
  tally: benchTally,
};

/** `npm run bench [server] [ballots] [tally]`: every figure is printed with the machine it was measured on. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(", ")}: choose from ${Object.keys(parts).join(", ")}.`,
  );
  process.exit(2);
}
const memory = Math.round(totalmem() / 2 ** 30);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "CPU"}, ${memory} GiB`);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  console.log(`\n## ${name}`);
  await parts[name]?.();
}
