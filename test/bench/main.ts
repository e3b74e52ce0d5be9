import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchBallots } from "./ballots";
import { benchPetitions } from "./petitions";
import { benchServer } from "./server";
import { benchTally } from "./tally";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "1" },
    rate: { type: "string", default: "150" },
    size: { type: "string", default: "500000" },
    find: { type: "boolean", default: false },
  },
});

const parts: Record<string, () => Promise<void> | void> = {
  server: benchServer,
  ballots: benchBallots,
  petitions: () =>
    benchPetitions({
      minutes: Number(values.minutes),
      rate: Number(values.rate),
      size: Number(values.size),
      find: values.find,
    }),
  tally: benchTally,
};

/**
 * `npm run bench [server] [ballots] [petitions] [tally]`; for petitions `-- --minutes 10 --rate 150 --find --size
 * 5000000`. Every figure is printed with the machine it was measured on.
 */
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(", ")}: choose from ${Object.keys(parts).join(", ")}.`,
  );
  process.exit(2);
}
const memory = Math.round(totalmem() / 2 ** 30);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "CPU"}, ${memory} GiB`);
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  console.log(`\n## ${name}`);
  await parts[name]?.();
}
