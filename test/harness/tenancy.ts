import { connect } from "~/platform/connection.server";

/** The tables that belong to communities: those with a `community_id`. */
export async function readTenantTables(url: string): Promise<string[]> {
  const client = connect(url);
  try {
    const rows = await client<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'community_id'`;
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

type Reference = { readonly table: string; readonly alias: string };

const keywords =
  "as|from|on|set|where|using|inner|left|right|full|cross|join|natural|order|group|limit|for|values|select|default|returning|union|having|offset|lateral|tablesample";
const name = `(?:"?public"?\\.)?"?([a-z_]+)"?(?:\\s+(?:as\\s+)?(?!(?:${keywords})\\b)"?([a-z_0-9]+)"?)?`;

/** Where a statement names a tenant table in FROM (also after a comma), JOIN, UPDATE, INTO or USING, and its alias. */
function references(statement: string, tables: ReadonlySet<string>): Reference[] {
  const lists = statement.replace(new RegExp(`\\bfrom\\s+${name}(?:\\s*,\\s*${name})+`, "gi"), (list) =>
    list.replace(/,/g, " from "),
  );
  const found: Reference[] = [];
  const pattern = new RegExp(`\\b(?:from|join|update|into|using)\\s+(?:only\\s+)?${name}`, "gi");
  for (const [, table = "", alias = table] of lists.matchAll(pattern)) {
    if (tables.has(table)) found.push({ table, alias });
  }
  return found;
}

function isBound(statement: string, { alias }: Reference, isOnly: boolean): boolean {
  const qualified = `"?${alias}"?\\."?community_id"?`;
  const column = isOnly ? `(?:${qualified}|(?<![."\\w])"?community_id"?)` : qualified;
  const forms = [
    `${column}\\s*(?:=|\\bin\\b)`,
    `=\\s*(?:any\\s*\\(\\s*)?${column}`,
    `\\(\\s*${column}\\s*,[^()]*\\)\\s*(?:=|\\bin\\b)`,
    `=\\s*\\(\\s*${column}\\s*,`,
    `\\busing\\s*\\([^)]*"?community_id"?`,
  ];
  return forms.some((form) => new RegExp(form, "i").test(statement));
}

/**
 * Says what is wrong with a statement that may reach other communities; undefined when nothing is.
 * A queue is read across communities, and only by `FOR UPDATE SKIP LOCKED`.
 */
export function tenancyComplaint(statement: string, tables: ReadonlySet<string>): string | undefined {
  const text = statement.replace(/'(?:[^']|'')*'/g, "''").replace(/--.*$/gm, "");
  if (/\bskip\s+locked\b/i.test(text)) return undefined;
  const found = references(text, tables);
  for (const reference of found) {
    const inserts = new RegExp(
      `\\binto\\s+(?:"?public"?\\.)?"?${reference.table}"?\\s*(?:as\\s+\\w+\\s*)?\\([^)]*"?community_id"?`,
      "i",
    );
    if (inserts.test(text) || isBound(text, reference, found.length === 1)) continue;
    return `The statement touches ${reference.table} without a community_id condition: ${statement.slice(0, 300)}`;
  }
  return undefined;
}

/** Watches what drizzle sends in a test file and refuses statements that may reach other communities (DB-5). */
class TenancyGuard {
  #tables: ReadonlySet<string> = new Set();
  #complaints: string[] = [];

  watch(tables: readonly string[]): void {
    this.#tables = new Set(tables);
  }

  readonly check = (statement: string): void => {
    const complaint = tenancyComplaint(statement, this.#tables);
    if (!complaint) return;
    this.#complaints.push(complaint);
    throw new Error(complaint);
  };

  takeComplaints(): string[] {
    const taken = this.#complaints;
    this.#complaints = [];
    return taken;
  }
}

export const tenancyGuard = new TenancyGuard();
