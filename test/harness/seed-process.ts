import { openDatabase } from "../../app/platform/database.server";
import { seedDemo } from "../../db/seed/demo.server";

/** Fills the demonstration in a process of its own, for tests that kill it. */
const [databaseUrl = ""] = process.argv.slice(2);
openDatabase(databaseUrl, { max: 5 });
process.stdout.write("filling\n");
await seedDemo();
process.exit(0);
