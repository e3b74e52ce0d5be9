import { beforeAll, describe, expect, it } from "vitest";
import { hiddenId } from "~/shared/id";
import {
  type BallotKeys,
  ballotOpener,
  makeBallotKeys,
  orderSeed,
  receiptOf,
  sealBallot,
} from "./ballot-seal.server";

const owner = { communityId: hiddenId(), roundId: hiddenId(), personId: hiddenId() };
const ballot = new TextEncoder().encode("a very particular choice of projects");
let keys: BallotKeys;

beforeAll(async () => {
  keys = await makeBallotKeys();
});

async function opened(of: typeof owner, sealed: Uint8Array, privateKey = keys.privateKey) {
  return await (await ballotOpener(privateKey))(of, sealed);
}

describe("sealBallot", () => {
  it("opens for its owner with the key of the round", async () => {
    expect(await opened(owner, await sealBallot(keys.publicKey, owner, ballot))).toEqual(ballot);
  });

  it("reads a view into a larger buffer, as the database driver gives it", async () => {
    const sealed = await sealBallot(keys.publicKey, owner, ballot);
    const larger = new Uint8Array(sealed.length + 20);
    larger.set(sealed, 7);
    expect(await opened(owner, larger.subarray(7, 7 + sealed.length))).toEqual(ballot);
  });

  it.each(["communityId", "roundId", "personId"] as const)(
    "I-10 a box moved to another %s does not open",
    async (part) => {
      const sealed = await sealBallot(keys.publicKey, owner, ballot);
      expect(await opened({ ...owner, [part]: hiddenId() }, sealed)).toBeNull();
    },
  );

  it("I-10 a box with one changed bit, cut or sealed to another key does not open", async () => {
    const sealed = await sealBallot(keys.publicKey, owner, ballot);
    for (const at of [0, 31, 32, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await opened(owner, changed)).toBeNull();
    }
    expect(await opened(owner, sealed.subarray(0, 40))).toBeNull();
    expect(await opened(owner, new Uint8Array())).toBeNull();
    expect(await opened(owner, sealed, (await makeBallotKeys()).privateKey)).toBeNull();
  });

  it("B-3 two boxes of the same ballot share nothing but their length", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => sealBallot(keys.publicKey, owner, ballot)));
    expect(one).toHaveLength(two?.length ?? 0);
    expect(one).not.toEqual(two);
    expect(receiptOf(owner.roundId, one as Uint8Array)).not.toBe(receiptOf(owner.roundId, two as Uint8Array));
  });

  it("gives each voter and round another order", () => {
    const seed = orderSeed(keys.publicKey, owner);
    expect(orderSeed(keys.publicKey, owner)).toEqual(seed);
    expect(orderSeed(keys.publicKey, { ...owner, personId: hiddenId() })).not.toEqual(seed);
  });
});
