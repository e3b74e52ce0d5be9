import { intlTags, isLocale } from "~/i18n/locales";
import { numberFormat } from "~/i18n/number-format";

/** Keeps the bar under the ballot up to date while one ticks. The server counts again before anything is sent. */
export function enhance(bar: HTMLElement): void {
  const form = bar.closest("form");
  const currency = bar.querySelector<HTMLElement>("[data-currency]")?.dataset.currency;
  const { lang } = document.documentElement;
  if (!form || !currency || !isLocale(lang)) return;
  const format = numberFormat(intlTags[lang], currency);
  const lines = [...bar.querySelectorAll<HTMLElement>(".ballot-count")];
  const show = () => {
    for (const line of lines) showLine(form, line, format.money);
  };
  form.addEventListener("change", show);
  // A browser that comes back to the page restores the ticks by itself.
  window.addEventListener("pageshow", show);
  show();
}

function showLine(form: HTMLFormElement, line: HTMLElement, money: (minor: number) => string): void {
  const { list = "", max, amount, text = "" } = line.dataset;
  const ticked = form.querySelectorAll<HTMLInputElement>(`input[data-list="${list}"]:checked`);
  let cost = 0;
  for (const { dataset } of ticked) cost += Number(dataset.cost);
  const count = line.querySelector<HTMLElement>("[data-part=count]");
  const over = line.querySelector<HTMLElement>("[data-part=over]");
  const shown = text.replace("{chosen}", String(ticked.length)).replace("{cost}", money(cost));
  if (count && count.textContent !== shown) count.textContent = shown;
  if (over) over.hidden = !((max && ticked.length > Number(max)) || (amount && cost > Number(amount)));
}
