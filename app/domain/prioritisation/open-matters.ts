import type { LocalText } from "~/domain/communities/community";
import type { StageKind } from "./round";
import { type RoundRecord, roundStatus } from "./round-record";

/** A stage in which residents can do or follow something now. */
export type OpenMatter = {
  kind: Exclude<StageKind, "result">;
  slug: string;
  title: LocalText;
  closesAt: Date;
  /** Its money in minor units, by district id; null for the whole community. */
  envelopes: { districtId: string | null; amount: number }[];
};

/** A stage that residents may plan for. */
export type UpcomingMatter = { kind: StageKind; slug: string; title: LocalText; opensAt: Date };

const MAX_UPCOMING = 4;

/** What is open in published rounds, the soonest to close first. */
export function openMatters(rounds: readonly RoundRecord[], now: Date): OpenMatter[] {
  return rounds
    .flatMap((round): OpenMatter[] => {
      const { code, date } = roundStatus(round, now);
      if (!date || !isOpenCode(code)) return [];
      const envelopes = round.envelopes.map(({ districtId, amount }) => ({ districtId, amount }));
      return [{ kind: code, slug: round.slug, title: round.title, closesAt: date, envelopes }];
    })
    .sort((one, other) => one.closesAt.getTime() - other.closesAt.getTime());
}

function isOpenCode(code: string): code is OpenMatter["kind"] {
  return ["submission", "screening", "voting", "objections"].includes(code);
}

/** The next stages of rounds under way, the soonest first. */
export function upcomingMatters(rounds: readonly RoundRecord[], now: Date): UpcomingMatter[] {
  return rounds
    .flatMap(({ slug, title, stages }) => stages.map(({ kind, opensAt }) => ({ kind, slug, title, opensAt })))
    .filter(({ opensAt }) => opensAt > now)
    .sort((one, other) => one.opensAt.getTime() - other.opensAt.getTime())
    .slice(0, MAX_UPCOMING);
}
