import { type Database, database } from "./database.server";

/**
 * A query that is put together once for the pool instead of for each call, which takes longer than sending it: for
 * the few that every request of a crowd asks. Values come as `sql.placeholder`. Not for use inside a transaction.
 */
export function preparedQuery<Q>(prepare: (from: Database) => Q): () => Q {
  const kept = new WeakMap<Database, Q>();
  return () => {
    const from = database();
    const query = kept.get(from) ?? prepare(from);
    kept.set(from, query);
    return query;
  };
}
