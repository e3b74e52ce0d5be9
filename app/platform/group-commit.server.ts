import { DatabaseBusyError } from "./connection-pool.server";
import { databaseFault } from "./database-error.server";

type Waiting<Item, Answer> = { item: Item; resolve(answer: Answer): void; reject(error: unknown): void };
type Line<Item, Answer> = { writing: boolean; waiting: Waiting<Item, Answer>[] };

const MOST_AT_ONCE = 500;
/** More would only wait for a database that has stopped: better a 503 now than an answer nobody reads (SC-11). */
const MOST_WAITING = 5_000;

type Write<Owner, Item, Answer> = (owner: Owner, items: readonly Item[]) => Promise<readonly Answer[]>;

/**
 * Writes what arrives while something is being written together with all else that waits, in one statement and so
 * with one wait for the disk: no delay at a quiet hour, hundreds at a time in a rush. `write` answers in the order
 * given, does no harm when it is done again, and is called once at a time for each owner.
 */
export function groupCommit<Owner extends { id: string }, Item, Answer>(
  write: Write<Owner, Item, Answer>,
): (owner: Owner, item: Item) => Promise<Answer> {
  const lines = new Map<string, Line<Item, Answer>>();
  return (owner, item) => {
    const line = lines.get(owner.id) ?? { writing: false, waiting: [] };
    lines.set(owner.id, line);
    if (line.waiting.length >= MOST_WAITING)
      return Promise.reject(new DatabaseBusyError("Too many of the same kind wait."));
    return new Promise((resolve, reject) => {
      line.waiting.push({ item, resolve, reject });
      if (!line.writing) void writeAll(write, owner, line);
    });
  };
}

async function writeAll<Owner, Item, Answer>(
  write: Write<Owner, Item, Answer>,
  owner: Owner,
  line: Line<Item, Answer>,
): Promise<void> {
  line.writing = true;
  while (line.waiting.length > 0) await writeSome(write, owner, line.waiting.splice(0, MOST_AT_ONCE));
  line.writing = false;
}

async function writeSome<Owner, Item, Answer>(
  write: Write<Owner, Item, Answer>,
  owner: Owner,
  batch: readonly Waiting<Item, Answer>[],
): Promise<void> {
  try {
    const answers = await write(
      owner,
      batch.map(({ item }) => item),
    );
    for (const [place, { resolve }] of batch.entries()) resolve(answers[place] as Answer);
  } catch (error) {
    if (batch.length > 1 && isOfOneItem(error))
      for (const each of batch) await writeSome(write, owner, [each]);
    else for (const { reject } of batch) reject(error);
  }
}

/** A value that the database refuses must not take down those who happened to come at the same moment. */
function isOfOneItem(error: unknown): boolean {
  return /^2[23]/.test(databaseFault(error)?.code ?? "");
}
