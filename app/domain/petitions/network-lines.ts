import { isPlainName } from "~/domain/communities/plain-name";
import { readNetwork } from "./network-range";
import { NETWORK_TREATMENTS, type NetworkTreatment } from "./signing-limits";

/** A network as staff name it; `country` is a code of ISO 3166-1. */
export type NamedNetwork = {
  network: string;
  country: string | null;
  treatment: NetworkTreatment;
  note: string;
};

export type NetworkFault = "shape" | "network" | "country" | "treatment" | "note" | "twice" | "nothing_said";
export type NetworkProblem = { line: number; code: NetworkFault };

export const MOST_NETWORKS = 5_000;

/** Lines `network;country;treatment;note`, the last three as far as needed; empty lines do not matter. */
export function readNetworkLines(text: string): { networks: NamedNetwork[]; problems: NetworkProblem[] } {
  const networks: NamedNetwork[] = [];
  const problems: NetworkProblem[] = [];
  const seen = new Set<string>();
  for (const [index, row] of text.split("\n").entries()) {
    if (row.trim() === "") continue;
    const read = readLine(row);
    const code = typeof read === "string" ? read : seen.has(read.network) ? "twice" : null;
    if (code) problems.push({ line: index + 1, code });
    else if (typeof read !== "string") {
      seen.add(read.network);
      networks.push(read);
    }
  }
  return { networks, problems };
}

function readLine(row: string): NamedNetwork | NetworkFault {
  const [given = "", code = "", wanted = "", note = "", ...more] = row.split(";").map((part) => part.trim());
  if (more.length > 0) return "shape";
  const network = readNetwork(given);
  if (!network) return "network";
  const country = code === "" ? null : code.toUpperCase();
  if (country !== null && !/^[A-Z]{2}$/.test(country)) return "country";
  const treatment = NETWORK_TREATMENTS.find((known) => known === (wanted || "usual"));
  if (!treatment) return "treatment";
  if (!isPlainName(note)) return "note";
  return treatment === "usual" && country === null ? "nothing_said" : { network, country, treatment, note };
}
