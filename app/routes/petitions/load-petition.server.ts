import type { Community } from "~/domain/communities/community";
import { listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { showWallTime } from "~/domain/communities/wall-time";
import { qrPath } from "~/domain/initiatives/qr-path";
import type { RefusalGround } from "~/domain/petitions/petition";
import {
  findCountedAt,
  listChannelCounts,
  listDayCounts,
  listDistrictCounts,
  listHourCounts,
} from "~/domain/petitions/petition-count-queries.server";
import { petitionProgress } from "~/domain/petitions/petition-progress";
import { type FoundPetition, listThresholdFacts } from "~/domain/petitions/petition-queries.server";
import { standingOf } from "~/domain/petitions/petition-standing";
import { findRemovals } from "~/domain/petitions/removal-queries.server";
import { findResponse } from "~/domain/petitions/response-queries.server";
import { daySeries, HOURS_SHOWN, hourSeries } from "~/domain/petitions/signature-series";
import { findStanding } from "~/domain/petitions/standing-queries.server";
import { localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { now } from "~/platform/clock.server";

const HOUR = 3_600_000;

export type PetitionPage = Awaited<ReturnType<typeof loadPetition>>;

/** All that the page of a petition shows, and nothing else: no ids of people, no contacts (S-2, S-4). */
export async function loadPetition(
  community: Community,
  found: FoundPetition,
  { origin, locale, byHour }: { origin: string; locale: Locale; byHour: boolean },
) {
  const { number, state, title, demand, grounds, language, addressee, authorName, rules } = found;
  const { facts, dates } = await findStanding(community, found);
  const [reached, districts, channels, countedAt, series, response, removals] = await Promise.all([
    listThresholdFacts(community, found.id),
    countDistricts(community, found),
    listChannelCounts(community, found.id),
    findCountedAt(community),
    loadSeries(community, found, byHour),
    findResponse(community, found),
    findRemovals(community, found.id),
  ]);
  const signatures = found.signatures ?? 0;
  const places = reached.map(({ threshold }) => threshold);
  const short = `${origin}/p/${number}`;
  const standing = standingOf(state, dates, now());
  return {
    kind: "shown" as const,
    ...{ number, state, title, demand, grounds, language, addressee, authorName },
    community: localText(community.name, locale).text,
    filedAt: found.createdAt,
    openedAt: found.openedAt,
    closesAt: found.closesAt,
    closedAt: found.closedAt,
    wipeAt: found.wipeAt,
    wipedAt: found.wipedAt,
    rules: { ...rules, reached },
    progress: petitionProgress(rules.thresholds, signatures, places, state !== "open"),
    district: districts.own,
    districts: districts.rows,
    withoutDistrict: districts.without,
    channels,
    countedAt: latest(countedAt, found.countedAt),
    series,
    response,
    removals,
    facts,
    standing: { code: standing.code, date: standing.date },
    refusal: groundOf(facts),
    isAppeal: facts.some(({ step }) => step === "become_appeal"),
    short,
    qr: qrPath(short),
    now: now(),
  };
}

/** Of a hidden petition: the number and the ground. */
export async function loadHidden(community: Community, found: FoundPetition) {
  const { facts } = await findStanding(community, found);
  return { kind: "hidden" as const, number: found.number, ground: groundOf(facts)?.ground ?? null };
}

type Facts = Awaited<ReturnType<typeof findStanding>>["facts"];

/** The newest coded ground and the words that came with it. */
function groundOf(facts: Facts): { ground: RefusalGround; note: string } | null {
  const newest = facts.findLast(({ ground }) => ground !== null);
  return newest?.ground ? { ground: newest.ground, note: newest.note } : null;
}

async function countDistricts(community: Community, { id, districtId }: FoundPetition) {
  const [drawn, counts] = await Promise.all([
    listDrawnDistricts(community),
    listDistrictCounts(community, id),
  ]);
  const known = new Map(counts.map(({ district, signatures }) => [district, signatures]));
  const rows = drawn.map((each) => ({ ...each, signatures: known.get(each.id) ?? 0 }));
  const within = rows.reduce((sum, { signatures }) => sum + signatures, 0);
  const total = counts.reduce((sum, { signatures }) => sum + signatures, 0);
  const own = drawn.find((each) => each.id === districtId);
  return {
    own: own ? { code: own.code, name: own.name } : null,
    rows: rows.sort((one, other) => other.signatures - one.signatures || one.code.localeCompare(other.code)),
    /** Also those of districts that are no longer in force. */
    without: total - within,
  };
}

async function loadSeries(community: Community, found: FoundPetition, byHour: boolean) {
  if (!found.openedAt) return null;
  const ends = [now(), found.closedAt, found.closesAt].filter((end) => end !== null);
  const end = new Date(Math.min(...ends.map((each) => each.getTime())));
  if (byHour) {
    const counts = await listHourCounts(community, found.id, new Date(end.getTime() - HOURS_SHOWN * HOUR));
    return { by: "hour" as const, hours: hourSeries(counts, end) };
  }
  const days = await listDayCounts(community, found.id);
  return { by: "day" as const, days: daySeries(days, showWallTime(end, community.zone).slice(0, 10)) };
}

function latest(one: Date | null, other: Date | null): Date | null {
  return one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other);
}
