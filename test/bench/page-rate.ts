import autocannon from "autocannon";

const SECONDS = 8;

/** Answers a second to 32 visitors who each wait for theirs, after two seconds to warm up. */
export async function pageRate(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ perSecond: number; p99: number }> {
  const options = { url, headers: { "Accept-Encoding": "br", ...headers }, connections: 32 };
  await autocannon({ ...options, duration: 2 });
  const { requests, latency, errors, non2xx, statusCodeStats } = await autocannon({
    ...options,
    duration: SECONDS,
  });
  const fine = Object.keys(statusCodeStats ?? {}).every((status) => status === "200" || status === "304");
  if (errors > 0 || !fine) throw new Error(`${url}: ${errors} errors, ${non2xx} answers other than 2xx`);
  return { perSecond: requests.average, p99: latency.p99 };
}
