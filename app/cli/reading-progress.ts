/** Where progress is told: standard error. */
type Screen = { isTTY?: boolean; write(text: string): unknown };

/** Smaller files are read before anybody wonders. */
const LARGE = 16 * 1024 * 1024;

/** Tells a person at a terminal how far the reading of a large file is; a script is told nothing. */
export class ReadingProgress {
  private told = -1;
  private readonly silent: boolean;

  /** `total` and what `reached` is given are bytes of the file as it lies on the disk. */
  constructor(
    private readonly screen: Screen,
    private readonly file: string,
    private readonly total: number,
  ) {
    this.silent = !screen.isTTY || total < LARGE;
  }

  reached(bytes: number): void {
    const percent = Math.floor((100 * bytes) / this.total);
    if (this.silent || percent <= this.told) return;
    this.told = percent;
    this.screen.write(`\r${this.file}: ${percent} % read`);
  }

  /** Takes the line away again. */
  done(): void {
    if (this.told >= 0) this.screen.write("\r\u001B[K");
  }
}
