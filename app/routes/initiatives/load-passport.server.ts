import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import {
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
import { now } from "~/platform/clock.server";

export type Passport = NonNullable<Awaited<ReturnType<typeof loadPassport>>>;

/** All that the page of an initiative shows, and nothing else: no ids of people, no contacts (S-2, S-4). */
export async function loadPassport(community: Community, viewer: Viewer, number: string | undefined, origin: string) {
  const found = /^[1-9]\d{0,9}$/.test(number ?? "") ? await findInitiative(community, Number(number)) : null;
  if (!found) return null;
  const hidden = found.textHidden;
  const events = await listEvents(community, found.id);
  const dates = await findStatusDates(community, found.round.id, events);
  const author = proveAuthor(found, viewer, false);
  const refusal = found.state === "refused" || found.state === "returned" ? events.find(isDecision) : undefined;
  const short = `${origin}/i/${found.number}`;
  const { problem, proposal, beneficiaries } = found;
  return {
    number: found.number,
    state: found.state,
    language: found.language,
    title: hidden ? null : found.title,
    texts: hidden ? null : { problem, proposal, beneficiaries },
    theme: found.theme,
    district: found.district && { code: found.district.code, name: found.district.name },
    round: { slug: found.round.slug, title: found.round.title },
    placeNote: hidden ? "" : found.placeNote,
    latitude: hidden ? null : found.latitude,
    longitude: hidden ? null : found.longitude,
    costGuess: found.costGuess,
    estimate: await findEstimate(community, found.id),
    authorName: hidden ? null : found.authorName,
    coAuthors: hidden ? [] : await listCoAuthors(community, found.id),
    photos: hidden ? [] : await listPhotos(community, found.id),
    versions: hidden ? 1 : found.version,
    submittedAt: found.submittedAt,
    events,
    refusal: refusal && { state: refusal.state, reason: refusal.reason, note: refusal.note, dueAt: refusal.dueAt },
    status: statusOf(found.state, dates, now()),
    acts: author ? authorActs(found.state) : null,
    short,
    qr: qrPath(short),
  };
}

function isDecision({ step }: { step: string }): boolean {
  return step === "refuse" || step === "return";
}
