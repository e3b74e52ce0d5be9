/** Keeps the line under a text area up to date while one types; too long is told, never cut off. */
export function enhance(counter: HTMLElement): void {
  const area = document.getElementById(counter.dataset.for ?? "");
  const { max, template } = counter.dataset;
  if (!(area instanceof HTMLTextAreaElement) || !max || !template) return;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const show = () => {
    const used = area.value.length;
    counter.textContent = template.replace("{used}", numbers.format(used));
    counter.classList.toggle("is-over", used > Number(max));
  };
  area.addEventListener("input", show);
  show();
}
