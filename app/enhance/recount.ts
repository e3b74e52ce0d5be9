import type { PublishedCount, RecountNews, RecountOrder } from "~/domain/results/recount";
import { fillText, type RecountTexts } from "~/domain/results/recount-texts";
import type { PabulibProblem } from "~/domain/tally/pabulib-problem";
import { intlTags, isLocale } from "~/i18n/locales";
import { RecountOutcome } from "./recount-outcome";
import { RecountPage } from "./recount-page";

type Published = PublishedCount & { address: string; bytes: number };
type Counted = Extract<RecountNews, { kind: "counted" }>;
type Read = Extract<RecountNews, { kind: "read" }>;

/** Counts a ballot file in this browser. The counting thread is fetched at once, so that no network is needed later. */
export function enhance(root: HTMLElement): void {
  const { lang } = document.documentElement;
  const texts = JSON.parse(root.dataset.texts ?? "{}") as RecountTexts;
  const published = root.dataset.published ? (JSON.parse(root.dataset.published) as Published) : null;
  const page = new RecountPage(root, texts, isLocale(lang) ? intlTags[lang] : lang);
  new Recounting(page, texts, published, root.dataset.rule ?? null).start();
  keepForOffline(`/${lang}/recount`);
}

/** So that the page also opens without a network; where the browser keeps nothing, it works as before. */
function keepForOffline(scope: string): void {
  if ("serviceWorker" in navigator)
    navigator.serviceWorker.register("/recount-offline.js", { scope }).catch(() => undefined);
}

class Recounting {
  private worker = this.openWorker();
  /** What is to be counted: a file of the reader, or the published one. */
  private source: File | Published | null = null;
  /** The file as the thread holds it; none while it is read and after a stop. */
  private read: Read | null = null;
  private countWhenRead = false;
  /** For which file the reader has been offered rules. */
  private offered: File | Published | null = null;
  private readonly outcome: RecountOutcome;

  constructor(
    private readonly page: RecountPage,
    private readonly texts: RecountTexts,
    private readonly published: Published | null,
    private readonly askedRule: string | null,
  ) {
    this.outcome = new RecountOutcome(page, texts);
  }

  start(): void {
    const { page } = this;
    page.onFile((file) => this.open(file));
    page.onCount(() => this.count());
    page.onCancel(() => this.cancel());
    page.enable();
    if (this.published) this.open(this.published);
    // A browser that comes back to the page keeps the file it was given.
    else if (page.givenFile) this.open(page.givenFile);
  }

  private openWorker(): Worker {
    const worker = new Worker(new URL("./recount-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<RecountNews>) => this.hear(data);
    worker.onerror = () => this.crash();
    return worker;
  }

  private order(order: RecountOrder): void {
    this.worker.postMessage(order);
  }

  private open(source: File | Published): void {
    if (this.page.isWorking) this.restart();
    this.source = source;
    this.read = null;
    this.page.hideOutcome();
    this.page.work(this.texts.reading);
    if (source instanceof File) this.order({ kind: "read", file: source });
    else this.order({ kind: "fetch", address: source.address, bytes: source.bytes });
  }

  private count(): void {
    if (this.page.isWorking) return;
    if (!this.source) {
      this.page.complain(this.texts.nothingChosen);
    } else if (this.read) {
      this.page.hideOutcome();
      this.page.work(this.texts.counting, this.texts.countingAmount);
      this.order({ kind: "count", ...this.page.choices });
    } else {
      this.open(this.source);
      this.countWhenRead = true;
    }
  }

  private cancel(): void {
    this.restart();
    this.page.rest(this.texts.cancelled);
    this.page.focusCount();
  }

  /** Only ending the thread stops a count; the next one reads the file anew. */
  private restart(): void {
    this.worker.terminate();
    this.worker = this.openWorker();
    this.read = null;
    this.countWhenRead = false;
  }

  private crash(): void {
    if (!this.page.isWorking) return;
    this.restart();
    this.page.complain(this.texts.crashed);
  }

  private hear(news: RecountNews): void {
    if (news.kind === "reading") this.page.progress(news.bytes, news.total);
    else if (news.kind === "counting") this.page.countRuns(news.runs);
    else if (news.kind === "read") this.hearRead(news);
    else if (news.kind === "counted") this.hearCounted(news);
    else if (news.kind === "failed") this.refuse(this.texts[news.reason]);
    else this.refuse(this.causeOf(news.problem));
  }

  private refuse(cause: string): void {
    this.countWhenRead = false;
    this.page.complain(cause);
  }

  private causeOf({ line, column, cause, value }: PabulibProblem): string {
    const { texts } = this;
    const text = column === "" ? texts.unreadable : texts.unreadableColumn;
    return fillText(text, { line, column, cause: fillText(texts.causes[cause], { value }) });
  }

  private hearCounted(news: Counted): void {
    this.page.rest(this.texts.done);
    if (this.read) this.outcome.show(news, this.read, this.ownPublished);
  }

  private hearRead(news: Read): void {
    const { page, texts } = this;
    const { number } = page.numbers;
    this.read = news;
    const said = [fillText(texts.read, { projects: number(news.projects), ballots: number(news.ballots) })];
    if (news.namedRule !== "") said.push(fillText(texts.named, { rule: news.namedRule }));
    if (news.oddities > 0) said.push(fillText(texts.oddities, { count: number(news.oddities) }));
    page.rest(said.join(" "));
    const own = this.ownPublished;
    if (this.offered !== this.source) {
      this.offered = this.source;
      page.offerRules(news, this.askedRule ?? own?.rule ?? news.rule, own?.ties ?? news.ties);
    }
    if (this.countWhenRead) {
      this.countWhenRead = false;
      this.count();
    }
  }

  /** The published result, when its own ballots are being counted. */
  private get ownPublished(): Published | null {
    return this.source instanceof File ? null : this.published;
  }
}
