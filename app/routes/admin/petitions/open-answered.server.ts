import { showWallTime } from "~/domain/communities/wall-time";
import type { Handled } from "~/domain/identity/allow.server";
import { countFollowers } from "~/domain/petitions/follower-queries.server";
import { listMailings } from "~/domain/petitions/mailing-queries.server";
import { petitionNumber } from "~/domain/petitions/petition";
import { type FoundPetition, findPetition } from "~/domain/petitions/petition-queries.server";
import { mayReadText } from "~/domain/petitions/policy";
import { debateActs, isAnswered } from "~/domain/petitions/response";
import { findAnswerMaker, findResponse } from "~/domain/petitions/response-queries.server";
import { formatter } from "~/i18n/format";
import { now } from "~/platform/clock.server";

type Asked = Pick<Handled<"clerk">, "community" | "params" | "viewer" | "locale">;

/** The petition of the address as a clerk sees it; 404 for one that is not there or is never answered (S-5, S-8). */
export async function openAnswered({ community, params, viewer, locale }: Asked) {
  const number = petitionNumber(params.number);
  const petition = number === null ? null : await findPetition(community, { number });
  if (!petition || !isAnswered(petition.state)) throw new Response(null, { status: 404 });
  return {
    petition,
    subject: subjectOf(petition, mayReadText(viewer, petition)),
    base: `/${locale}/admin/petitions/${petition.number}`,
  };
}

/** What of the petition the clerk may read: a hidden text is not theirs. */
function subjectOf({ number, title, demand, language }: FoundPetition, mayRead: boolean) {
  return { number, language, title: mayRead ? title : null, demand: mayRead ? demand : null };
}

export type AnsweredSubject = ReturnType<typeof subjectOf>;

/** What the page of the answer shows. */
export async function openAnswer(asked: Asked) {
  const { community } = asked;
  const { petition, subject, base } = await openAnswered(asked);
  const [{ response, answers }, maker, followers, mailings] = await Promise.all([
    findResponse(community, petition),
    findAnswerMaker(community, petition.id),
    countFollowers(community, petition.id),
    listMailings(community, petition.id),
  ]);
  const shown = {
    ...{ subject, base, response, maker, followers, mailings, languages: community.languages },
    newest: answers[0] ?? null,
  };
  return { petition, shown };
}

/** What the pages of the debate show. */
export async function openDebate(asked: Asked) {
  const { community, locale } = asked;
  const { petition, subject, base } = await openAnswered(asked);
  const [{ debate, debates }, mailings] = await Promise.all([
    findResponse(community, petition),
    listMailings(community, petition.id),
  ]);
  const instant = now();
  const newest = debates[0] ?? null;
  const shown = {
    ...{ subject, base, debate, debates, mailings },
    newest: newest && {
      id: newest.id,
      isHeld: newest.heldAt !== null,
      minutesAddress: newest.minutesAddress,
    },
    acts: debateActs(newest, instant),
    zone: formatter(locale, community.zone, community.currency).zoneName(),
    earliest: showWallTime(instant, community.zone),
  };
  return { petition, shown };
}
