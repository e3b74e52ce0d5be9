import { and, eq, isNull, sql } from "drizzle-orm";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import type { Locale } from "~/i18n/locales";
import { database, type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { mailLink, person } from "~db/schema/identity";
import { countAttempt } from "./attempt-limit.server";
import { canonicalEmail } from "./email";
import { isDistrict } from "./is-district.server";
import { alreadyMemberLetter, confirmLetter, type Sender } from "./letters";
import { createMailLink } from "./mail-link.server";
import { mayWriteTo } from "./may-write-to.server";
import { type PasswordWeakness, passwordWeakness } from "./password";
import { hashPassword } from "./password-hash.server";
import { personalWords } from "./personal-words";
import { replaceResidence } from "./replace-residence.server";
import { homeOf } from "./residence-form";
import type { SignUpInput } from "./sign-up-form";

type Refusal = "busy" | "too_many" | "no_such_district" | `password_${PasswordWeakness}`;
type Visitor = { language: Locale; clientAddress: string };

/** Sign-ups from one network address: a service point may sign up many people in an hour. */
const PER_ADDRESS = { most: 60, minutes: 60 };

/**
 * Files a sign-up and sends the letter with the link that confirms it. Somebody who has an account gets a
 * letter that says so instead: the answer, its time and its look are the same (S-21). A sign-up nobody has
 * confirmed yet is replaced by a later one, and its older links stop working.
 */
export async function signUp(
  sender: Sender,
  input: SignUpInput,
  visitor: Visitor,
): Promise<Outcome<undefined, Refusal>> {
  const { community } = sender;
  const weakness = passwordWeakness(input.password, personalWords(input, community));
  if (weakness) return refused(`password_${weakness}`);
  const counted = await countAttempt(community, PER_ADDRESS, "sign-up", visitor.clientAddress);
  if (!counted.done) return counted;
  const home = homeOf(input);
  if (home && !(await isDistrict(database(), community, home.districtId))) return refused("no_such_district");
  const hashed = await hashPassword(input.password);
  if (!hashed.done) return hashed;
  if (!(await mayWriteTo(community, input.email, visitor.clientAddress))) return done();
  await transaction((tx) => fileSignUp(tx, sender, input, hashed.value, visitor.language));
  return done();
}

async function fileSignUp(
  tx: Transaction,
  sender: Sender,
  input: SignUpInput,
  passwordHash: string,
  language: Locale,
): Promise<void> {
  const { community } = sender;
  const facts = { name: input.name, email: input.email, passwordHash, language, bornOn: input.bornOn };
  const canonical = canonicalEmail(input.email);
  const [filed] = await tx
    .insert(person)
    .values({ ...facts, communityId: community.id, id: newId(), canonicalEmail: canonical })
    .onConflictDoUpdate({
      target: [person.communityId, person.canonicalEmail],
      set: { ...facts, createdAt: sql`clock_timestamp()` },
      setWhere: isNull(person.confirmedAt),
    })
    .returning({ id: person.id });
  if (!filed) return await tellMember(tx, sender, canonical);
  await tx
    .delete(mailLink)
    .where(and(eq(mailLink.communityId, community.id), eq(mailLink.personId, filed.id)));
  await replaceResidence(tx, community, filed.id, homeOf(input));
  const token = await createMailLink(tx, community, filed.id, "confirm");
  await queueMail(tx, community, {
    recipient: input.email,
    language,
    ...confirmLetter(sender, language, token),
  });
}

/** To the address of the account, in its language: not to the spelling typed just now. */
async function tellMember(tx: Transaction, sender: Sender, canonical: string): Promise<void> {
  const [member] = await tx
    .select({ recipient: person.email, language: person.language })
    .from(person)
    .where(
      and(
        eq(person.communityId, sender.community.id),
        eq(person.canonicalEmail, canonical),
        isNull(person.disabledAt),
      ),
    );
  if (member)
    await queueMail(tx, sender.community, { ...member, ...alreadyMemberLetter(sender, member.language) });
}
