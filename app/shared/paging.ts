export type Page = { number: number; size: number; offset: number };
export type Paged<T> = { rows: T[]; total: number; page: number; pages: number };

/** Reads `?page=`; anything that is not a positive whole number is page 1. Upper bound keeps OFFSET sane. */
export function readPage(params: URLSearchParams, size = 20): Page {
  const raw = params.get("page") ?? "1";
  const number = /^[1-9]\d{0,4}$/.test(raw) ? Number(raw) : 1;
  return { number, size, offset: (number - 1) * size };
}

export function paged<T>(rows: T[], total: number, page: Page): Paged<T> {
  return { rows, total, page: page.number, pages: Math.max(1, Math.ceil(total / page.size)) };
}
