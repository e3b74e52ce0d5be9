import { createHash, createHmac } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { receiptFrom } from "./receipt";

/** HPKE in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180). */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const INFO = bytesOf("openward ballot 1");
const ENCAPSULATED_BYTES = 32;

/** Whose box it is: a box copied to another person, round or community does not open (I-10). */
export type BoxOwner = { communityId: string; roundId: string; personId: string };

/** Raw X25519 keys of 32 bytes. */
export type BallotKeys = { publicKey: Uint8Array; privateKey: Uint8Array };

export async function makeBallotKeys(): Promise<BallotKeys> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/** Encapsulated key (32 bytes), then the ciphertext with its tag. Two boxes of one ballot never look alike. */
export async function sealBallot(
  publicKey: Uint8Array,
  owner: BoxOwner,
  ballot: Uint8Array,
): Promise<Uint8Array> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(exact(publicKey));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: INFO }, exact(ballot), ownerBytes(owner));
  return new Uint8Array(Buffer.concat([new Uint8Array(enc), new Uint8Array(ct)]));
}

/** A function that opens boxes with one key; it gives null for a box that is not its owner's or was altered. */
export async function ballotOpener(privateKey: Uint8Array) {
  const recipientKey = await suite.kem.deserializePrivateKey(exact(privateKey));
  return async (owner: BoxOwner, sealed: Uint8Array): Promise<Uint8Array | null> => {
    const enc = exact(sealed.subarray(0, ENCAPSULATED_BYTES));
    const content = exact(sealed.subarray(ENCAPSULATED_BYTES));
    try {
      return new Uint8Array(await suite.open({ recipientKey, enc, info: INFO }, content, ownerBytes(owner)));
    } catch {
      return null;
    }
  };
}

/** Receipt code of a sealed box (B-4). It proves that the box was recorded and says nothing of what is in it. */
export function receiptOf(roundId: string, sealed: Uint8Array): string {
  return receiptFrom(createHash("sha256").update(roundId).update("\0").update(sealed).digest());
}

/** What is stored of a receipt code. */
export function hashReceipt(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

/** Seed of a voter's own order of the lists: the same for the whole vote, unknown to the other voters. */
export function orderSeed(
  publicKey: Uint8Array,
  { roundId, personId }: Pick<BoxOwner, "roundId" | "personId">,
) {
  return createHmac("sha256", publicKey).update(`order\0${roundId}\0${personId}`).digest();
}

function ownerBytes({ communityId, roundId, personId }: BoxOwner) {
  return bytesOf([communityId, roundId, personId].join("\0"));
}

function bytesOf(text: string): ArrayBuffer {
  return exact(new TextEncoder().encode(text));
}

/** The library reads the whole buffer behind a view; the driver hands out views of a larger one. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
