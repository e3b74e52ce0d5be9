import { differences, type PublishedCount, type ReadBallots, type Recounted } from "~/domain/results/recount";
import { fillText, type RecountTexts } from "~/domain/results/recount-texts";
import type { RecountPage } from "./recount-page";

const MOST_DIFFERENCES = 20;

/** Fills the server's frame of a result and brings the reader to it. */
export class RecountOutcome {
  private readonly section: HTMLElement;
  private readonly row: HTMLTableRowElement;
  private readonly body: HTMLElement;

  constructor(
    private readonly page: RecountPage,
    private readonly texts: RecountTexts,
  ) {
    this.section = page.part("outcome");
    this.row = page.one("[data-part=outcome] tbody tr");
    this.body = page.one("[data-part=outcome] tbody");
  }

  show(counted: Recounted, read: ReadBallots, published: PublishedCount | null): void {
    this.compare(counted, published?.winners ?? read.announced, published !== null);
    if (counted.rule !== (published?.rule ?? read.rule)) this.tellOtherRule();
    this.facts(counted, read);
    this.ties(counted);
    this.body.replaceChildren(...counted.projects.map((project) => this.projectRow(project, read)));
    this.section.hidden = false;
    this.cell("heading").focus();
  }

  private compare({ projects }: Recounted, announced: readonly string[] | null, isPublished: boolean): void {
    const { texts, page } = this;
    const winners = projects.filter(({ selected }) => selected !== null).map(({ id }) => id);
    const parts = announced ? differences(winners, announced) : [];
    const count = page.numbers.number(winners.length);
    const [first] = parts;
    const heading = first ? texts.different : fillText(announced ? texts.same : texts.counted, { count });
    this.cell("heading").textContent = heading;
    const against = isPublished
      ? texts.againstPublished
      : announced
        ? texts.againstFile
        : texts.againstNothing;
    this.cell("against").textContent = against;
    const names = new Map(projects.map(({ id, name }) => [id, name]));
    const lines = parts.slice(0, MOST_DIFFERENCES).map(({ project, fundedBy }) => {
      const text = fundedBy === "count" ? texts.firstByCount : texts.firstByAnnounced;
      return fillText(text, { id: project, name: names.get(project) ?? "" });
    });
    if (parts.length > 1)
      lines.unshift(fillText(texts.differences, { count: page.numbers.number(parts.length) }));
    this.list("differences", lines);
  }

  private tellOtherRule(): void {
    this.cell("against").append(` ${this.texts.otherRule}`);
  }

  private facts(counted: Recounted, { currency }: ReadBallots): void {
    const { page, texts } = this;
    const { numbers } = page;
    const { projects, voters, votersWithWinner, steps } = counted;
    const winners = projects.filter(({ selected }) => selected !== null).length;
    const part = (count: string, total: string) => fillText(texts.part, { count, total });
    const facts = {
      rule: page.ruleText,
      winners: part(numbers.number(winners), numbers.number(projects.length)),
      spent: part(page.money(counted.cost, currency), page.money(counted.budget, currency)),
      left: page.money(counted.left, currency),
      voters: numbers.number(voters),
      served: `${numbers.number(votersWithWinner)} (${numbers.percent(votersWithWinner, voters)})`,
      steps: steps === null ? "" : numbers.number(steps),
    };
    for (const [name, text] of Object.entries(facts)) this.cell(name).textContent = text;
    const line = this.cell("steps").closest("div");
    if (line) line.hidden = steps === null;
  }

  private ties({ ties }: Recounted): void {
    const decisive = ties.filter((tie) => tie.decisive);
    const lines = decisive.map(({ round, chosen, tied }) => {
      const others = this.page.numbers.list(tied.filter((id) => id !== chosen));
      return fillText(this.texts.tie, { round, chosen, others });
    });
    this.list("ties", lines);
    this.cell("noTies").hidden = lines.length > 0;
  }

  private projectRow(
    project: Recounted["projects"][number],
    { currency, language }: ReadBallots,
  ): HTMLElement {
    const { numbers } = this.page;
    const row = this.row.cloneNode(true) as HTMLElement;
    const { id, name, cost, votes, selected } = project;
    const texts = {
      order: selected === null ? "" : numbers.number(selected),
      id,
      name: name || id,
      cost: this.page.money(cost, currency),
      votes: numbers.number(votes),
    };
    for (const [cell, text] of Object.entries(texts)) {
      const place = row.querySelector(`[data-cell=${cell}]`);
      if (place) place.textContent = text;
    }
    if (/^[a-z]{2,3}$/.test(language)) row.querySelector("[data-cell=name]")?.setAttribute("lang", language);
    row.querySelector(`[data-cell=${selected === null ? "funded" : "unfunded"}]`)?.remove();
    return row;
  }

  private list(name: string, lines: string[]): void {
    const list = this.cell(name);
    list.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }),
    );
    list.hidden = lines.length === 0;
  }

  private cell(name: string): HTMLElement {
    return this.page.one(`[data-part=outcome] [data-cell=${name}]`);
  }
}
