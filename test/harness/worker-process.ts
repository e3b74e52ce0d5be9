import { startWorker } from "../../app/jobs/worker.server";
import { openDatabase } from "../../app/platform/database.server";

/** A worker of its own process, for tests that kill it: database address, then SMTP address. */
const [databaseUrl = "", smtpUrl = ""] = process.argv.slice(2);
openDatabase(databaseUrl, { max: 3 });
startWorker({ mail: { kind: "smtp", url: smtpUrl, from: "no-reply@example.org" } });
