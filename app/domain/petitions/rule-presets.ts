import type { PetitionRules } from "./petition-rules";

export const RULE_PRESETS = ["ukrainian_community", "russian_city", "parliament"] as const;
export type RulePreset = (typeof RULE_PRESETS)[number];

const working = (days: number) => ({ days, unit: "working" }) as const;
const calendar = (days: number) => ({ days, unit: "calendar" }) as const;

const usual = {
  gathering: calendar(30),
  rework: calendar(10),
  reviewRequest: working(10),
  reviewDecision: working(10),
  retentionDays: 365,
} as const;

const bases = ["registered", "actual", "displaced"] as const;

/**
 * Starting values, to be confirmed by each community against its own charter. The Ukrainian ones follow article 23-1
 * of the law on citizens' appeals and the charter of a small community; a Russian city sets all of them by a local
 * act; the third shows the size of a parliament.
 */
const PRESETS: Readonly<Record<RulePreset, PetitionRules>> = {
  ukrainian_community: {
    ...usual,
    firstSignatories: 7,
    moderation: working(2),
    collection: calendar(60),
    thresholds: [{ duty: "answer", signatures: 150, areas: [], term: working(10) }],
    signers: { bases, minimumAge: 16, withoutAccount: true },
    names: "public",
    belowThreshold: "appeal",
    basis: {
      thresholds: {
        uk: "Закон «Про звернення громадян», ст. 23-1; статут громади",
        ru: "Закон Украины «Об обращениях граждан», ст. 23-1; устав общины",
        en: "Law on citizens’ appeals, art. 23-1; charter of the community",
      },
      moderation: {
        uk: "Закон «Про звернення громадян», ст. 23-1",
        ru: "Закон Украины «Об обращениях граждан», ст. 23-1",
        en: "Law on citizens’ appeals, art. 23-1",
      },
    },
  },
  russian_city: {
    ...usual,
    firstSignatories: 10,
    moderation: working(5),
    collection: calendar(90),
    thresholds: [
      { duty: "answer", signatures: 300, areas: [], term: calendar(30) },
      { duty: "debate", signatures: 1_000, areas: [], term: calendar(60) },
    ],
    signers: { bases: ["registered", "actual"], minimumAge: 18, withoutAccount: false },
    names: "choice",
    belowThreshold: "close",
    basis: {
      thresholds: {
        uk: "Місцевий акт про петиції",
        ru: "Местный акт о петициях",
        en: "Local act on petitions",
      },
    },
  },
  parliament: {
    ...usual,
    firstSignatories: 20,
    moderation: working(7),
    collection: calendar(180),
    thresholds: [
      { duty: "answer", signatures: 10_000, areas: [], term: working(21) },
      { duty: "debate", signatures: 100_000, areas: [], term: calendar(90) },
    ],
    signers: { bases, minimumAge: 0, withoutAccount: true },
    names: "hidden",
    belowThreshold: "close",
    basis: {
      thresholds: {
        uk: "Регламент представницького органу",
        ru: "Регламент представительного органа",
        en: "Rules of the assembly",
      },
    },
  },
};

export function presetRules(preset: RulePreset): PetitionRules {
  return PRESETS[preset];
}
