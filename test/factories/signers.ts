import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { hashToken } from "~/domain/identity/session-adapter.server";
import { signerKey } from "~/domain/petitions/signer-key.server";
import { database } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { formProof, maskProof } from "~/server/guard";
import { newId } from "~/shared/id";
import type { PreparedSignature } from "../harness/signing-load";

type Given = {
  community: Community;
  petition: { id: string; number: number };
  districtId: string;
  /** What the server under test signs its forms with. */
  secret: string;
};

const AT_ONCE = 5_000;
let planted = 0;

/** Residents who are signed in, each with the form of the page of signing ready to be sent. */
export async function plantSignedInSigners(given: Given, many: number): Promise<PreparedSignature[]> {
  const { community, petition, districtId } = given;
  const prepared: PreparedSignature[] = [];
  for (let left = many; left > 0; left -= AT_ONCE) {
    const people = Array.from({ length: Math.min(left, AT_ONCE) }, () => {
      const email = nextAddress();
      const { token } = newSecretToken();
      prepared.push({
        signerKey: signerKey(community, email),
        path: `/uk/petitions/${petition.number}/sign/account`,
        cookie: `__Host-session=${token}`,
        body: formBody(given, token),
      });
      return { id: newId(), home: newId(), email, hash: hashToken(token) };
    });
    const rows = sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as g(id uuid, home uuid, email text, hash text)`;
    await database().execute(sql`
      insert into person (community_id, id, name, email, canonical_email, password_hash, language, born_on, confirmed_at)
      select ${community.id}::uuid, g.id, 'Мешканка Зразкова', g.email, g.email, '-', 'uk', '1980-05-17', clock_timestamp()
      from ${rows}`);
    await database().execute(sql`
      insert into residence (community_id, id, person_id, district_id, basis, verified_at)
      select ${community.id}::uuid, g.home, g.id, ${districtId}::uuid, 'registered', clock_timestamp() from ${rows}`);
    await database().execute(sql`
      insert into session (community_id, token_hash, person_id, device, expires_at)
      select ${community.id}::uuid, g.hash, g.id, 'bench', clock_timestamp() + interval '10 days' from ${rows}`);
  }
  return prepared;
}

/** People without an account who have the letter before them, each with the button of its link ready to be pressed. */
export async function plantAskedSigners(given: Given, many: number): Promise<PreparedSignature[]> {
  const { community, petition, districtId } = given;
  const prepared: PreparedSignature[] = [];
  for (let left = many; left > 0; left -= AT_ONCE) {
    const asked = Array.from({ length: Math.min(left, AT_ONCE) }, () => {
      const email = nextAddress();
      const { token, hash } = newSecretToken();
      const visit = token.slice(0, 22);
      const key = signerKey(community, email);
      prepared.push({
        signerKey: key,
        path: `/uk/petitions/confirm/${token}`,
        cookie: `__Host-visit=${visit}`,
        body: formBody(given, visit),
      });
      return { hash, key, email };
    });
    await database().execute(sql`
      insert into pending_signature (community_id, token_hash, petition_id, signer_key, name, email, show_name,
        wants_news, district_id, basis, language, address_hash, network_hash, expires_at)
      select ${community.id}::uuid, g.hash, ${petition.id}::uuid, g.key, 'Марко Зразок', g.email, true, false,
        ${districtId}::uuid, 'registered', 'uk', 'a', 'n', clock_timestamp() + interval '2 days'
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as g(hash text, key uuid, email text)`);
  }
  return prepared;
}

function nextAddress(): string {
  planted += 1;
  return `signer-${process.pid}-${planted}@example.org`;
}

function formBody({ community, secret }: Given, bearer: string): string {
  return `formToken=${maskProof(formProof(secret, community.id, bearer))}`;
}
