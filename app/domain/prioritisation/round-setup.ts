import type { LocalText } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { calendarProblems, stageOf } from "./calendar";
import type { RoundRules, Stage } from "./round";

export type EnvelopeSetup = {
  /** Null for the whole community. */
  districtId: string | null;
  /** Minor units. */
  amount: number;
};

export type CriterionSetup = { question: LocalText; rule: LocalText };

/** Everything an administrator decides about a round. */
export type RoundSetup = {
  title: LocalText;
  summary: LocalText;
  rules: RoundRules;
  stages: Stage[];
  envelopes: EnvelopeSetup[];
  criteria: CriterionSetup[];
};

export const SETUP_STEPS = ["text", "envelopes", "calendar", "rules", "criteria"] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export type SetupProblem = {
  step: SetupStep;
  code:
    | "title_missing"
    | "summary_missing"
    | "no_envelope"
    | "no_calendar"
    | "calendar_order"
    | "voting_in_the_past"
    | "no_basis"
    | "no_choices"
    | "no_draw_source"
    | "no_criterion"
    | "criterion_missing_language";
};

/** What a new round starts from; each value is shown to the administrator before publication. */
export const SUGGESTED_RULES: RoundRules = {
  ballot: "approval",
  maxChoices: 5,
  allocation: "mes_cost_add1u",
  minimumVotes: 0,
  eligibility: { bases: ["registered", "actual", "displaced"], minimumAge: 16, verifiedResidence: false },
  tieOrder: "lower_cost_then_code",
};

/**
 * What still keeps a round from publication. Its texts must exist in every language of the community: nobody
 * should learn the rules later than the others.
 */
export function setupProblems(setup: RoundSetup, languages: readonly Locale[], now: Date): SetupProblem[] {
  const { title, summary, rules, stages, envelopes, criteria } = setup;
  const lacks = (text: LocalText) => languages.some((language) => !text[language]?.trim());
  const voting = stageOf(stages, "voting");
  const found: [boolean, SetupProblem][] = [
    [lacks(title), { step: "text", code: "title_missing" }],
    [lacks(summary), { step: "text", code: "summary_missing" }],
    [envelopes.length === 0, { step: "envelopes", code: "no_envelope" }],
    [stages.length === 0, { step: "calendar", code: "no_calendar" }],
    [stages.length > 0 && calendarProblems(stages).length > 0, { step: "calendar", code: "calendar_order" }],
    [voting !== undefined && voting.opensAt <= now, { step: "calendar", code: "voting_in_the_past" }],
    [rules.eligibility.bases.length === 0, { step: "rules", code: "no_basis" }],
    [rules.ballot === "approval" && rules.maxChoices < 1, { step: "rules", code: "no_choices" }],
    [rules.tieOrder === "draw" && lacks(rules.drawSource ?? {}), { step: "rules", code: "no_draw_source" }],
    [criteria.length === 0, { step: "criteria", code: "no_criterion" }],
    [
      criteria.some(({ question, rule }) => lacks(question) || lacks(rule)),
      { step: "criteria", code: "criterion_missing_language" },
    ],
  ];
  return found.flatMap(([wrong, problem]) => (wrong ? problem : []));
}
