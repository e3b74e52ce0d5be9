import { minorUnits } from "~/domain/results/money-text";
import type { ReadBallots } from "~/domain/results/recount";
import { fillText, type RecountTexts } from "~/domain/results/recount-texts";
import type { TieOrder } from "~/domain/results/ties";
import { rulesFor } from "~/domain/tally/rules";
import { type NumberFormat, numberFormat } from "~/i18n/number-format";

/** The elements of the counting page and what happens to them. */
export class RecountPage {
  readonly numbers: NumberFormat;
  private readonly rules: HTMLOptionElement[];
  private readonly orders: HTMLOptionElement[];
  private readonly controls: HTMLFieldSetElement;
  private readonly files: HTMLInputElement;
  private readonly rule: HTMLSelectElement;
  private readonly ties: HTMLSelectElement;

  constructor(
    readonly root: HTMLElement,
    private readonly texts: RecountTexts,
    private readonly tag: string,
  ) {
    this.numbers = numberFormat(tag, "UAH");
    this.controls = this.part("controls");
    this.files = this.one("#ballots");
    this.rule = this.one("#rule");
    this.ties = this.one("#ties");
    this.rules = [...this.rule.options];
    this.orders = [...this.ties.options];
  }

  get isWorking(): boolean {
    return !this.part("working").hidden;
  }

  get choices(): { rule: string; ties: TieOrder } {
    return { rule: this.rule.value, ties: this.ties.value as TieOrder };
  }

  get ruleText(): string {
    return this.rule.selectedOptions[0]?.textContent ?? this.rule.value;
  }

  get givenFile(): File | null {
    return this.files.files?.[0] ?? null;
  }

  enable(): void {
    this.controls.disabled = false;
  }

  onFile(take: (file: File) => void): void {
    const form = this.part("form");
    this.files.addEventListener("change", () => this.givenFile && take(this.givenFile));
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.classList.add("is-over");
    });
    for (const end of ["dragleave", "drop"])
      form.addEventListener(end, () => form.classList.remove("is-over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (!file || !event.dataTransfer) return;
      this.files.files = event.dataTransfer.files;
      take(file);
    });
  }

  onCount(act: () => void): void {
    this.part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      act();
    });
  }

  onCancel(act: () => void): void {
    this.part("cancel").addEventListener("click", act);
  }

  /** Leaves only the rules that count such ballots, and the draw only where the file holds one. */
  offerRules(read: ReadBallots, rule: string, ties: TieOrder): void {
    const fitting = new Set(rulesFor(read.voteType).map(({ id }) => id));
    this.rule.replaceChildren(...this.rules.filter(({ value }) => fitting.has(value)));
    this.rule.value = rule;
    if (this.rule.selectedIndex < 0) this.rule.value = read.rule;
    this.ties.replaceChildren(...this.orders.filter(({ value }) => value !== "draw" || read.ties === "draw"));
    this.ties.value = ties;
    if (this.ties.selectedIndex < 0) this.ties.value = read.ties;
    this.part("rules").hidden = false;
  }

  work(stage: string, amount = ""): void {
    this.part("problem").hidden = true;
    this.part("working").hidden = false;
    this.part("stage").textContent = stage;
    this.part("amount").textContent = amount;
    this.one<HTMLProgressElement>("progress").removeAttribute("value");
    this.part("status").textContent = stage;
  }

  progress(bytes: number, total: number): void {
    const bar = this.one<HTMLProgressElement>("progress");
    bar.max = Math.max(total, 1);
    bar.value = Math.min(bytes, bar.max);
    const values = { done: this.numbers.fileSize(bytes), total: this.numbers.fileSize(total) };
    this.part("amount").textContent = fillText(this.texts.readingAmount, values);
  }

  countRuns(runs: number): void {
    this.part("amount").textContent = fillText(this.texts.runs, { runs: String(runs) });
  }

  rest(said: string): void {
    this.part("working").hidden = true;
    this.part("status").textContent = said;
  }

  complain(cause: string): void {
    this.rest("");
    this.part("cause").textContent = cause;
    const problem = this.part("problem");
    problem.hidden = false;
    problem.focus();
  }

  focusCount(): void {
    this.one<HTMLElement>("button[type=submit]").focus();
  }

  hideOutcome(): void {
    this.part("outcome").hidden = true;
  }

  /** An exact amount of the file, with its currency where the file names one. */
  money(amount: string, currency: string): string {
    const minor = minorUnits(amount, currency);
    if (minor !== null) return this.numbers.money(minor, currency);
    return new Intl.NumberFormat(this.tag, { maximumFractionDigits: 20 }).format(Number(amount));
  }

  part<E extends HTMLElement>(name: string): E {
    return this.one(`[data-part=${name}]`);
  }

  one<E extends HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`The page has no ${selector}`);
    return found;
  }
}
