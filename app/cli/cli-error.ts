/** Ends a command with one sentence on standard error and an exit code: 2 bad arguments, 3 unreadable file. */
export class CliError extends Error {
  override name = "CliError";

  constructor(
    readonly exitCode: number,
    sentence: string,
  ) {
    super(sentence);
  }
}
