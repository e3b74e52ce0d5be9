import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { database, transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { refused } from "~/shared/outcome";
import { person } from "~db/schema/identity";
import { countSignIn } from "./count-sign-in.server";
import { canonicalEmail } from "./email";
import { isFamiliar } from "./familiar-device.server";
import { confirmLetter, type Sender } from "./letters";
import { createMailLink } from "./mail-link.server";
import { mayWriteTo } from "./may-write-to.server";
import { type Device, openDoor, type SignedIn } from "./open-door.server";
import { verifyPassword } from "./password-hash.server";

type Refusal = "wrong" | "unconfirmed" | "busy" | "too_many";
type Browser = Device & { clientAddress: string };
type Credentials = { email: string; password: string };

/** Checks a password and begins a session. Unknown address and wrong password look and take the same (S-21). */
export async function signIn(
  sender: Sender,
  { email, password }: Credentials,
  browser: Browser,
): Promise<Outcome<SignedIn, Refusal>> {
  const { community } = sender;
  const canonical = canonicalEmail(email);
  const account = await findAccount(community, canonical);
  const { token, clientAddress } = browser;
  const isKnownHere =
    token !== null && account !== undefined && (await isFamiliar(community, account.id, token));
  const counted = await countSignIn(community, {
    canonicalEmail: canonical,
    clientAddress,
    familiarDevice: isKnownHere ? token : null,
  });
  if (!counted.done) return counted;
  const verified = await verifyPassword(account?.passwordHash ?? null, password);
  if (!verified.done) return verified;
  if (!verified.value || !account || account.disabled) return refused("wrong");
  if (!account.confirmed) {
    await sendLinkAgain(sender, account, browser.clientAddress);
    return refused("unconfirmed");
  }
  await counted.value();
  const opened = await openDoor(community, account.id, browser);
  return opened.done ? opened : refused("wrong");
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

async function findAccount(community: Community, canonical: string) {
  const [row] = await database()
    .select({
      id: person.id,
      email: person.email,
      language: person.language,
      passwordHash: person.passwordHash,
      confirmedAt: person.confirmedAt,
      disabledAt: person.disabledAt,
    })
    .from(person)
    .where(and(eq(person.communityId, community.id), eq(person.canonicalEmail, canonical)));
  if (!row) return undefined;
  const { confirmedAt, disabledAt, ...account } = row;
  return { ...account, confirmed: confirmedAt !== null, disabled: disabledAt !== null };
}

/** Whoever knows the password of an unconfirmed sign-up made it, and may have lost the letter. */
async function sendLinkAgain(
  sender: Sender,
  { id, email, language }: Account,
  clientAddress: string,
): Promise<void> {
  const { community } = sender;
  if (!(await mayWriteTo(community, email, clientAddress))) return;
  await transaction(async (tx) => {
    const token = await createMailLink(tx, community, id, "confirm");
    await queueMail(tx, community, { recipient: email, language, ...confirmLetter(sender, language, token) });
  });
}
