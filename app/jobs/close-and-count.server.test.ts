import { beforeAll, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { hiddenId, newId } from "~/shared/id";
import { plantCommunity } from "../../test/factories/server";
import { moveVotingEnd, plantDistrict, plantResident, plantVote } from "../../test/factories/voting";
import { closeAndCount } from "./close-and-count.server";
import { publishCounted } from "./publish-result.server";

let community: Community;

beforeAll(async () => {
  community = await plantCommunity("close-and-count");
});

it("closes, counts and publishes a vote whose end has come, however often the jobs run", async () => {
  const districtId = await plantDistrict(community);
  const vote = await plantVote(community, districtId);
  const voter = await plantResident(community, districtId);
  const choices = vote.city.projects.slice(0, 1);
  await castBallot(community, voter, { roundId: vote.roundId, choices, castKey: hiddenId(), baseVersion: 0 });

  await closeAndCount(community, vote.roundId);
  await expect(publishCounted(community, vote.roundId)).rejects.toThrow("not_counted");
  expect(await findPublishedResult(community, vote.slug)).toBeNull();

  await moveVotingEnd(community, vote.roundId, -1);
  await Promise.all([closeAndCount(community, vote.roundId), closeAndCount(community, vote.roundId)]);
  expect(await findPublishedResult(community, vote.slug)).toBeNull();
  await publishCounted(community, vote.roundId);
  await closeAndCount(community, vote.roundId);
  await publishCounted(community, vote.roundId);
  const result = await findPublishedResult(community, vote.slug);
  expect(result?.lists[0]?.projects.filter(({ funded }) => funded)).toMatchObject([{ votes: 1, place: 1 }]);
});

it("fails loudly for a vote that is not there", async () => {
  await expect(closeAndCount(community, newId())).rejects.toThrow("no_such_round");
});
