import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import type { PhotoRow } from "~/domain/initiatives/draft-queries.server";
import { initiativeNumber } from "~/domain/initiatives/initiative";
import {
  type FoundInitiative,
  findEstimate,
  findInitiative,
  listCoAuthors,
  listEvents,
  listPhotos,
} from "~/domain/initiatives/initiative-queries.server";
import { authorActs, proveAuthor } from "~/domain/initiatives/policy";
import { qrPath } from "~/domain/initiatives/qr-path";
import { findStatusDates } from "~/domain/initiatives/stage-queries.server";
import { statusOf } from "~/domain/initiatives/status";
import { findScreening } from "~/domain/prioritisation/screening-queries.server";
import { now } from "~/platform/clock.server";

export type Passport = NonNullable<Awaited<ReturnType<typeof loadPassport>>>;

/** All that the page of an initiative shows, and nothing else: no ids of people, no contacts (S-2, S-4). */
export async function loadPassport(
  community: Community,
  viewer: Viewer,
  number: string | undefined,
  origin: string,
) {
  const asked = initiativeNumber(number);
  const found = asked === null ? null : await findInitiative(community, asked);
  if (!found) return null;
  const events = await listEvents(community, found.id);
  const dates = await findStatusDates(community, found.round.id, events);
  const author = proveAuthor(found, viewer, false);
  const refusal = DECIDED.has(found.state) ? events.find(({ step }) => DECISIONS.has(step)) : undefined;
  const short = `${origin}/i/${found.number}`;
  return {
    number: found.number,
    state: found.state,
    language: found.language,
    theme: found.theme,
    district: found.district && { code: found.district.code, name: found.district.name },
    round: { slug: found.round.slug, title: found.round.title },
    costGuess: found.costGuess,
    estimate: await findEstimate(community, found.id),
    submittedAt: found.submittedAt,
    screening: found.textHidden ? null : await findScreening(community, found.id),
    events,
    refusal: refusal && {
      state: refusal.state,
      reason: refusal.reason,
      note: refusal.note,
      dueAt: refusal.dueAt,
    },
    status: statusOf(found.state, dates, now()),
    acts: author ? authorActs(found.state) : null,
    short,
    qr: qrPath(short),
    ...(found.textHidden ? NOTHING_WRITTEN : await whatWasWritten(community, found)),
  };
}

const DECIDED = new Set<string>(["refused", "returned"]);
const DECISIONS = new Set<string>(["refuse", "return"]);

type Written = {
  title: string | null;
  texts: { problem: string; proposal: string; beneficiaries: string } | null;
  placeNote: string;
  latitude: number | null;
  longitude: number | null;
  authorName: string | null;
  coAuthors: string[];
  photos: PhotoRow[];
  versions: number;
};

/** What stays of a text that was refused as unlawful: its number and its history. */
const NOTHING_WRITTEN: Written = {
  title: null,
  texts: null,
  placeNote: "",
  latitude: null,
  longitude: null,
  authorName: null,
  coAuthors: [],
  photos: [],
  versions: 1,
};

async function whatWasWritten(community: Community, found: FoundInitiative): Promise<Written> {
  const { id, title, problem, proposal, beneficiaries, placeNote, latitude, longitude, authorName, version } =
    found;
  const texts = { problem, proposal, beneficiaries };
  const [coAuthors, photos] = [await listCoAuthors(community, id), await listPhotos(community, id)];
  return { title, texts, placeNote, latitude, longitude, authorName, coAuthors, photos, versions: version };
}
