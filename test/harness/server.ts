/** What the run's set-up hands to each test file. */
export type TestServer = {
  /** Address of the administrative database of the server under test. */
  readonly url: string;
  /** Name of the migrated database to clone. */
  readonly template: string;
  /** Start of the names of this run's clones. */
  readonly clones: string;
};

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
