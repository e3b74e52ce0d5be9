type Count = { signatures: number; goal: number; left: number; isOpen: boolean };

/** Seconds between two looks: soon after a change, ever rarer while nothing happens or the server is busy. */
const SHORTEST = 2;
const LONGEST = 60;
const SLOWER = 1.5;

/** Renews the numbers of a petition while the page is in view and signing goes on; without it they are those of the page. */
export function enhance(box: HTMLElement): void {
  const { address = "", closes = "", goal } = box.dataset;
  const closesAt = Date.parse(closes);
  let pause = SHORTEST;
  let shown: number | null = null;
  let timer = 0;

  const plan = () => {
    window.clearTimeout(timer);
    if (document.hidden || !(Date.now() < closesAt)) return;
    timer = window.setTimeout(look, pause * 1000);
  };
  const look = async () => {
    const count = await fetchCount(address);
    pause = count && count.signatures !== shown ? SHORTEST : Math.min(pause * SLOWER, LONGEST);
    if (count) {
      shown = count.signatures;
      show(box, count);
    }
    if (count?.goal !== undefined && String(count.goal) !== goal) return tellReached(box);
    if (!count || count.isOpen) plan();
  };
  document.addEventListener("visibilitychange", () => {
    pause = SHORTEST;
    plan();
  });
  plan();
}

async function fetchCount(address: string): Promise<Count | null> {
  const answer = await fetch(address, { credentials: "omit" }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Count) : null;
}

function show(box: HTMLElement, { signatures, left }: Count): void {
  const format = new Intl.NumberFormat(document.documentElement.lang);
  for (const place of document.querySelectorAll<HTMLElement>("[data-count]"))
    place.textContent = format.format(place.dataset.count === "left" ? left : signatures);
  const bar = box.querySelector("progress");
  if (bar) bar.value = Math.min(signatures, bar.max);
}

/** The sentences of the page no longer fit: said once, and read out. */
function tellReached(box: HTMLElement): void {
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  box.append(told);
  told.textContent = box.dataset.reached ?? "";
}
