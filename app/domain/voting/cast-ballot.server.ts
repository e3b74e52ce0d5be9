import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Resident } from "~/domain/identity/viewer";
import {
  CommitUnknownError,
  database,
  type Queryable,
  type Transaction,
  transaction,
} from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { ballotReceipt } from "~db/schema/voting";
import {
  type BallotList,
  type BallotRules,
  type ChoiceRefusal,
  type ChosenList,
  checkChoices,
} from "./ballot";
import { encodeBallot } from "./ballot-code";
import { findVoting, listBallotLists } from "./ballot-queries.server";
import { hashReceipt, receiptOf, sealBallot } from "./ballot-seal.server";
import { decideEligibility } from "./eligibility";
import { lockBallotBox } from "./lock-ballot-box.server";
import { receiptFrom } from "./receipt";
import { closingDay } from "./voting-day";

export type Cast = {
  roundId: string;
  /** Ids of projects, in any order. */
  choices: readonly string[];
  /** Made with the check page; the same page sent again is the same vote. */
  castKey: string;
  /** Version of the own vote the check page was made for; 0 before the first. */
  baseVersion: number;
};

export type Recorded = {
  receipt: string;
  version: number;
  /** The vote had been recorded before: this answer repeats it. */
  repeated: boolean;
};

export type CastRefusal =
  | "not_open"
  | "closed"
  | "not_eligible"
  | "changed_elsewhere"
  | "voted_on_paper"
  | ChoiceRefusal;

/**
 * Seals a choice and puts it into the box, or replaces the own earlier one. The choice is checked and forgotten
 * here; nothing of it is stored, logged or returned (B-3). Throws a 404 for a round of another community.
 */
export async function castBallot(
  community: Community,
  resident: Resident,
  cast: Cast,
): Promise<Outcome<Recorded, CastRefusal>> {
  const voting = await findVoting(community, { roundId: cast.roundId });
  if (!voting) throw new Response(null, { status: 404 });
  const { eligible } = decideEligibility(
    voting.rules.eligibility,
    resident,
    resident.residence,
    closingDay(voting.closesAt, community.zone),
  );
  if (!eligible) return refused("not_eligible");
  if (!voting.publicKey) return refused(voting.state === "closed" ? "closed" : "not_open");
  const lists = await listBallotLists(community, cast.roundId, resident.residence.districtId);
  const checked = checkChoices(voting.rules, lists, cast.choices);
  if (!checked.done) return checked;
  const owner = { communityId: community.id, roundId: cast.roundId, personId: resident.id };
  const sealed = await sealBallot(voting.publicKey, owner, plainBallot(voting.rules, lists, checked.value));
  return await record(community, resident.id, cast, sealed);
}

function plainBallot(
  rules: BallotRules,
  lists: readonly BallotList[],
  chosen: readonly ChosenList[],
): Uint8Array {
  const rooms = lists.map(({ envelopeId, projects }) => ({
    envelopeId,
    marks: rules.ballot === "approval" ? Math.min(rules.maxChoices, projects.length) : projects.length,
  }));
  return encodeBallot(chosen, rooms);
}

async function record(community: Community, personId: string, cast: Cast, sealed: Uint8Array) {
  try {
    return await transaction((tx) => putIntoBox(tx, community, personId, cast, sealed));
  } catch (error) {
    if (!(error instanceof CommitUnknownError)) throw error;
    return await whyNot(database(), community, personId, cast);
  }
}

async function putIntoBox(
  tx: Transaction,
  community: Community,
  personId: string,
  cast: Cast,
  sealed: Uint8Array,
): Promise<Outcome<Recorded, CastRefusal>> {
  await lockBallotBox(tx, community, cast.roundId, "shared");
  const receipt = receiptOf(cast.roundId, sealed);
  const version = await upsert(tx, community, personId, cast, sealed, hashReceipt(receipt));
  if (version === null) return await whyNot(tx, community, personId, cast);
  const { id: communityId } = community;
  await tx
    .insert(ballotReceipt)
    .values({ communityId, roundId: cast.roundId, receiptHash: hashReceipt(receipt) });
  return done({ receipt, version, repeated: false });
}

/**
 * One statement holds the deadline (SC-8), the latch, the one vote per person across channels and the version
 * the voter saw. Nothing comes back when any of them says no.
 */
async function upsert(
  tx: Transaction,
  community: Community,
  personId: string,
  { roundId, castKey, baseVersion }: Cast,
  sealed: Uint8Array,
  receiptHash: string,
): Promise<number | null> {
  const rows = await tx.execute<{ version: number }>(sql`
    with voting as (
      select r.community_id, r.id from round r
      join round_stage s on s.community_id = r.community_id and s.round_id = r.id and s.kind = 'voting'
      where r.community_id = ${community.id}::uuid and r.id = ${roundId}::uuid
        and r.locked_at is not null and r.closed_at is null
        and s.opens_at <= clock_timestamp() and s.closes_at > clock_timestamp()
    ), mark as (
      insert into participation as p (community_id, round_id, person_id, channel, voted_on)
      select community_id, id, ${personId}::uuid, 'online', (clock_timestamp() at time zone ${community.zone})::date from voting
      on conflict (community_id, round_id, person_id) do update set channel = p.channel where p.channel = 'online'
      returning community_id, round_id, person_id
    )
    insert into sealed_ballot as b (community_id, round_id, person_id, sealed, receipt_hash, version, cast_key)
    select community_id, round_id, person_id, ${sealed}::bytea, ${receiptHash}, 1, ${castKey}::uuid from mark
    on conflict (community_id, round_id, person_id) do update
      set sealed = ${sealed}::bytea, receipt_hash = excluded.receipt_hash, cast_key = excluded.cast_key, version = b.version + 1
      where b.version = ${baseVersion}
    returning version`);
  return rows[0]?.version ?? null;
}

/** After a statement that wrote nothing: the same vote again, or the reason. */
async function whyNot(
  from: Queryable,
  community: Community,
  personId: string,
  { roundId, castKey }: Cast,
): Promise<Outcome<Recorded, CastRefusal>> {
  // The hash of the receipt is taken inside the database: the web process never reads a sealed box.
  const [own] = await from.execute<{
    channel: string;
    version: number | null;
    castKey: string | null;
    hash: Buffer | null;
  }>(sql`
    select p.channel, b.version, b.cast_key as "castKey",
      sha256(convert_to(${roundId}, 'UTF8') || '\\x00'::bytea || b.sealed) as hash
    from participation p
    left join sealed_ballot b
      on b.community_id = p.community_id and b.round_id = p.round_id and b.person_id = p.person_id
    where p.community_id = ${community.id}::uuid and p.round_id = ${roundId}::uuid and p.person_id = ${personId}::uuid`);
  if (own?.hash && own.version !== null && own.castKey === castKey) {
    return done({ receipt: receiptFrom(own.hash), version: own.version, repeated: true });
  }
  const state = (await findVoting(community, { roundId }, from))?.state;
  if (state === "closed") return refused("closed");
  if (state !== "open") return refused("not_open");
  return refused(own && own.channel !== "online" ? "voted_on_paper" : "changed_elsewhere");
}
