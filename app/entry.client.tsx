/** Plain enhancement of complete pages: each element names what it wants, only that is loaded. */
const enhancements: Record<string, () => Promise<{ enhance(element: HTMLElement): void }>> = {
  ballot: () => import("./enhance/ballot"),
  chart: () => import("./enhance/chart"),
  "character-counter": () => import("./enhance/character-counter"),
  copy: () => import("./enhance/copy"),
  map: () => import("./enhance/map"),
  recount: () => import("./enhance/recount"),
  "signature-count": () => import("./enhance/signature-count"),
};

for (const element of document.querySelectorAll<HTMLElement>("[data-enhance]")) {
  const load = enhancements[element.dataset.enhance ?? ""];
  if (load) void load().then((module) => module.enhance(element));
}
