import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { addPerson, type NewPerson } from "~/domain/identity/add-person.server";
import type { Administrator, Person } from "~/domain/identity/viewer";
import { findPerson } from "~/domain/identity/viewer-queries.server";
import { database } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { district } from "~db/schema/communities";
import { person, session } from "~db/schema/identity";
import { outbox } from "~db/schema/notifications";
import type { Visitor } from "../harness/application";

/** Long, invented, and in no list. */
export const goodPassword = "сім синіх слонів";

let planted = 0;

/** A confirmed person with `goodPassword`, as a signed-in viewer. */
export async function plantPerson(community: Community, given: Partial<NewPerson> = {}): Promise<Person> {
  planted += 1;
  const id = await addPerson(community, {
    name: `Мешканка ${planted}`,
    email: `person${planted}@example.org`,
    password: goodPassword,
    language: "uk",
    ...given,
  });
  const found = await findPerson(community, id);
  if (!found) throw new Error("the planted person is not there");
  return found;
}

/** The brand stands for what `allow` has checked. */
export async function plantAdministrator(community: Community): Promise<Administrator> {
  return (await plantPerson(community, { roles: ["administrator"] })) as Administrator;
}

export async function plantNamedDistrict(community: Community, name: string): Promise<string> {
  planted += 1;
  const row = { communityId: community.id, id: newId(), code: `I${planted}`, name: { uk: name } };
  await database().insert(district).values(row);
  return row.id;
}

export type PlantedLetter = { recipient: string; language: string; subject: string; body: string };

/** Letters of the outbox in the order they were queued. */
export async function lettersOf(community: Community): Promise<PlantedLetter[]> {
  return await database()
    .select({
      recipient: outbox.recipient,
      language: outbox.language,
      subject: outbox.subject,
      body: outbox.body,
    })
    .from(outbox)
    .where(eq(outbox.communityId, community.id))
    .orderBy(outbox.createdAt, outbox.id);
}

/** The token at the end of the only link `/<kind>/<token>` of a letter. */
export function tokenIn(letter: PlantedLetter | undefined, kind: "confirm" | "reset"): string {
  return new RegExp(`/${kind}/([\\w-]+)`).exec(letter?.body ?? "")?.[1] ?? "";
}

/** Makes every session of a person older, or nearer to its end, by whole days. */
export async function ageSessions(
  community: Community,
  personId: string,
  days: { created?: number; idle?: number },
): Promise<void> {
  await database()
    .update(session)
    .set({
      createdAt: sql`${session.createdAt} - make_interval(days => ${days.created ?? 0})`,
      expiresAt: sql`${session.expiresAt} - make_interval(days => ${days.idle ?? 0})`,
    })
    .where(and(eq(session.communityId, community.id), eq(session.personId, personId)));
}

export async function isConfirmed(community: Community, email: string): Promise<boolean> {
  const [row] = await database()
    .select({ confirmedAt: person.confirmedAt })
    .from(person)
    .where(and(eq(person.communityId, community.id), eq(person.email, email)));
  return row?.confirmedAt != null;
}

/** Signs in with `goodPassword` through the page; returns the new session's token. */
export async function signInAs(visitor: Visitor, email: string): Promise<string> {
  await visitor.post("/uk/sign-in", { email, password: goodPassword });
  return sessionTokenOf(visitor);
}

export function sessionTokenOf(visitor: Visitor): string {
  return /__Host-session=([^;]+)/.exec(visitor.cookies)?.[1] ?? "";
}
