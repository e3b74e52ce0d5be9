import type { RoundRules } from "~/domain/prioritisation/round";
import { formatDecimal } from "~/domain/tally/decimal";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import type { RuleId } from "~/domain/tally/rules";
import { done, type Outcome, refused } from "~/shared/outcome";
import { currencyDigits, minorUnits } from "./money-text";
import type { ProjectDetails } from "./project-details";
import { statedTies, tieOrderOf } from "./ties";

export type PlannedProject = ProjectDetails & {
  code: string;
  title: string;
  language: string;
  /** Minor units. */
  cost: number;
  category: string;
};

/** A published election as a round of ours; amounts in minor units of `currency`. */
export type ElectionPlan = {
  slug: string;
  title: string;
  description: string;
  currency: string;
  budget: number;
  /** First and last day of voting, where the file names days and not only a year. */
  days: { from: string; to: string } | null;
  rules: RoundRules;
  projects: PlannedProject[];
};

type Given = { rule: RuleId; ownCurrency: string; details: ReadonlyMap<string, ProjectDetails> };

export function planElection(
  { election, meta }: PabulibElection,
  { rule, ownCurrency, details }: Given,
): Outcome<ElectionPlan, "unknown_currency" | "amount_too_fine"> {
  const currency = (meta.get("currency") ?? "").trim() || ownCurrency;
  if (currencyDigits(currency) === undefined) return refused("unknown_currency", { currency });
  const inMinor = (units: bigint) => minorUnits(formatDecimal(units, election.decimals), currency);
  const budget = inMinor(election.budget);
  if (budget === null)
    return refused("amount_too_fine", {
      amount: formatDecimal(election.budget, election.decimals),
      currency,
    });
  const language = /^[a-z]{2,3}$/.test(meta.get("language") ?? "") ? (meta.get("language") ?? "und") : "und";
  const projects: PlannedProject[] = [];
  for (const { id, name, cost, categories } of election.projects) {
    const minor = inMinor(cost);
    if (minor === null)
      return refused("amount_too_fine", { amount: formatDecimal(cost, election.decimals), currency });
    const place = details.get(id) ?? { area: "", latitude: null, longitude: null };
    projects.push({
      ...place,
      code: id,
      title: name.trim() || id,
      language,
      cost: minor,
      category: categories.join(", "),
    });
  }
  const title = titleOf(meta);
  return done({
    slug: slugOf(title),
    title,
    description: (meta.get("description") ?? "").trim(),
    currency,
    budget,
    days: votingDays(meta),
    rules: rulesOf(meta, rule, projects.length),
    projects,
  });
}

function titleOf(meta: ReadonlyMap<string, string>): string {
  const read = (key: string) => (meta.get(key) ?? "").trim();
  const whole = [read("unit"), read("instance")].filter(Boolean).join(" ");
  const part = read("subunit") || read("district");
  return [whole || read("description") || "Election", part].filter(Boolean).join(", ").slice(0, 200);
}

/** Latin letters, digits and dashes; what has no such form is left out. */
export function slugOf(text: string): string {
  const latin = text.replace(/[łŁ]/g, "l").replace(/[øØ]/g, "o").replace(/ß/g, "ss");
  const plain = latin.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 60).replace(/-$/, "") || "election";
}

function rulesOf(meta: ReadonlyMap<string, string>, allocation: RuleId, projects: number): RoundRules {
  const most = Number(meta.get("max_length"));
  const threshold = Number(meta.get("min_project_score_threshold"));
  return {
    ballot: meta.has("max_sum_cost") ? "knapsack" : "approval",
    maxChoices: Number.isInteger(most) && most > 0 ? Math.min(most, projects) : projects,
    allocation,
    minimumVotes: allocation.endsWith("_threshold") && threshold > 0 ? Math.ceil(threshold) : 0,
    eligibility: { bases: [], minimumAge: 0, verifiedResidence: false },
    tieOrder: tieOrderOf(statedTies(meta) ?? "project_code"),
  };
}

function votingDays(meta: ReadonlyMap<string, string>): ElectionPlan["days"] {
  const from = calendarDay(meta.get("date_begin"));
  const to = calendarDay(meta.get("date_end"));
  return from && to && from <= to ? { from, to } : null;
}

/** `03.04.2023` as `2023-04-03`; a bare year or a day that does not exist is no day. */
function calendarDay(text: string | undefined): string | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec((text ?? "").trim());
  if (!match) return null;
  const [, day = "", month = "", year = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null;
}
