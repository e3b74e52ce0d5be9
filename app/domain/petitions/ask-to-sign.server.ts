import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import type { Sender } from "~/domain/identity/letters";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import type { Locale } from "~/i18n/locales";
import { type Transaction, transaction } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { pendingSignature } from "~db/schema/signatures";
import { countAsking } from "./count-asking.server";
import { decideSigningByMail, type SigningRefusal } from "./signature";
import { signerKey } from "./signer-key.server";
import { type SigningInput, showsName } from "./signing-form";
import { signingLetter } from "./signing-letters";
import type { LetterVerdict } from "./signing-limits";
import { type SigningOrigin, signingOrigin } from "./signing-origin.server";
import type { PetitionToSign } from "./signing-queries.server";

type Given = { petition: PetitionToSign; input: SigningInput; language: Locale; clientAddress: string };
type Filed = SigningOrigin & { signerKey: string; tokenHash: string };

export type AskRefusal = SigningRefusal | "too_many" | "closed" | "no_such_district";

const HOURS = 48;

/**
 * Files a signature that waits for a press of the button in a letter. Who has signed already gets a letter that says
 * so; answer, time and work are the same for everybody (S-21), and for a mailbox or network that gets no letter.
 */
export async function askToSign(
  sender: Sender,
  { petition, input, language, clientAddress }: Given,
): Promise<Outcome<undefined, AskRefusal>> {
  const { community } = sender;
  if (petition.hiddenAt) return refused("closed");
  const decided = decideSigningByMail(petition.rules, input.basis);
  if (!decided.done) return decided;
  const origin = signingOrigin(community, clientAddress);
  const key = signerKey(community, input.email);
  const counted = await countAsking(community, { ...origin, clientAddress, signerKey: key });
  if (!counted.done) return counted;
  const { token, hash } = newSecretToken();
  const isFiled = await transaction(async (tx) => {
    const filed = { ...origin, signerKey: key, tokenHash: hash };
    const row = await fileAsking(tx, community, { petition, input, language }, filed);
    if (!row) return false;
    const kind = letterKind(counted.value, petition, row.signed);
    const text = signingLetter(kind ?? "confirm", sender, language, { ...petition, token });
    if (kind) await queueMail(tx, community, { recipient: input.email, language, ...text });
    // As many steps as with a letter: the time of the answer must not tell which mailbox or network gets none.
    else await tx.execute(sql`select 1`);
    return true;
  });
  return isFiled ? done() : refused(await whyNot(community, input));
}

function letterKind(verdict: LetterVerdict, { state }: PetitionToSign, signed: boolean) {
  if (verdict !== "letter") return verdict === "none" ? null : verdict;
  if (signed) return "already";
  return state === "gathering" ? "first" : "confirm";
}

/** One statement holds the deadline (SC-8), the district of this very community, and tells who has signed already. */
async function fileAsking(
  tx: Transaction,
  community: Community,
  { petition, input, language }: Omit<Given, "clientAddress">,
  { signerKey, tokenHash, addressHash, networkHash }: Filed,
): Promise<{ signed: boolean } | undefined> {
  const district = input.district ?? null;
  const shown = showsName(petition.rules, input.showName);
  const [row] = await tx.execute<{ signed: boolean }>(sql`
    insert into ${pendingSignature} (community_id, token_hash, petition_id, signer_key, name, email, show_name,
      wants_news, district_id, basis, language, address_hash, network_hash, expires_at)
    select p.community_id, ${tokenHash}, p.id, ${signerKey}::uuid, ${input.name}, ${input.email}, ${shown}::boolean,
      ${input.news}::boolean, ${district}::uuid, ${input.basis}, ${language}, ${addressHash}, ${networkHash},
      clock_timestamp() + make_interval(hours => ${HOURS})
    from petition p
    where p.community_id = ${community.id}::uuid and p.id = ${petition.id}::uuid
      and (p.state = 'gathering' or (p.state = 'open' and p.closed_at is null and p.closes_at > clock_timestamp()))
      and case when ${district}::uuid is null
        then not exists (select 1 from district d where d.community_id = p.community_id)
        else exists (select 1 from district d where d.community_id = p.community_id and d.id = ${district}::uuid) end
    returning exists (
      select 1 from signature s where s.community_id = ${community.id}::uuid and s.petition_id = ${petition.id}::uuid
        and s.signer_key = ${signerKey}::uuid and coalesce((
          select max(a.number) from signature_annulment a
          where a.community_id = s.community_id and a.petition_id = s.petition_id and a.signer_key = s.signer_key
        ), 0) % 2 = 0) as signed`);
  return row;
}

async function whyNot(community: Community, { district }: SigningInput) {
  const districts = await listDistricts(community);
  const isRight =
    district === undefined ? districts.length === 0 : districts.some(({ id }) => id === district);
  return isRight ? "closed" : "no_such_district";
}
