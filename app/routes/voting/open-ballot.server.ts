import { listDistricts } from "~/domain/communities/community-queries.server";
import type { Handled } from "~/domain/identity/allow.server";
import {
  findOwnVote,
  findVoting,
  inOwnOrder,
  listBallotLists,
  type Voting,
} from "~/domain/voting/ballot-queries.server";
import { decideEligibility } from "~/domain/voting/eligibility";
import { closingDay } from "~/domain/voting/voting-day";
import { now } from "~/platform/clock.server";

type Asked = Pick<Handled<"resident">, "community" | "viewer" | "params" | "embedded">;

/** The vote of the address; 404 when the round is unknown here or not published. */
export async function openVote({ community, params }: Pick<Asked, "community" | "params">): Promise<Voting> {
  const voting = await findVoting(community, { slug: params["slug"] ?? "" });
  if (!voting) throw new Response(null, { status: 404 });
  return voting;
}

/** Everything a resident's ballot shows. Lists are empty while the vote is not open or the right is missing. */
export async function openBallot({ community, viewer, params, embedded }: Asked) {
  const voting = await openVote({ community, params });
  const { roundId, slug, title, rules, rulesVersion, opensAt, closesAt, state, publicKey, trial } = voting;
  const { residence } = viewer;
  const right = decideEligibility(rules.eligibility, viewer, residence, closingDay(closesAt, community.zone));
  const [ownVote, districts, lists] = await Promise.all([
    findOwnVote(community, roundId, viewer.id),
    listDistricts(community),
    publicKey && state === "open" && right.eligible
      ? listBallotLists(community, roundId, residence.districtId)
      : [],
  ]);
  return {
    roundId,
    slug,
    title,
    ballot: { ballot: rules.ballot, maxChoices: rules.maxChoices },
    minimumAge: rules.eligibility.minimumAge,
    rulesVersion,
    opensAt,
    closesAt,
    state,
    trial,
    embedded,
    right,
    ownVote,
    lists: publicKey ? inOwnOrder(lists, publicKey, roundId, viewer.id) : [],
    district: districts.find(({ id }) => id === residence.districtId)?.name ?? {},
    now: now(),
  };
}

export type OpenBallot = Awaited<ReturnType<typeof openBallot>>;
