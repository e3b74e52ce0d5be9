let read: () => Date = () => new Date();

/** The present instant. For display and bookkeeping only: deadlines are decided by the database's clock. */
export function now(): Date {
  return read();
}

/** Lets a test stop or move the clock; without an argument the real one returns. */
export function setClock(clock: () => Date = () => new Date()): void {
  read = clock;
}
