import type { Community } from "~/domain/communities/community";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { rememberDevice } from "./familiar-device.server";
import { beginSession, type NewSession } from "./lucia.server";
import type { Person } from "./viewer";
import { findPerson } from "./viewer-queries.server";

/** The browser somebody signs in with: its own cookie, if it has one, and a name to know it by. */
export type Device = { token: string | null; name: string };
export type SignedIn = { person: Person; session: NewSession; deviceToken: string };

/** Begins a session for somebody who has proved who they are, by a password or by a letter. */
export async function openDoor(
  community: Community,
  personId: string,
  device: Device,
): Promise<Outcome<SignedIn, "no_such_person">> {
  const person = await findPerson(community, personId);
  if (!person) return refused("no_such_person");
  const session = await beginSession(community, personId, device.name);
  return done({ person, session, deviceToken: await rememberDevice(community, personId, device.token) });
}
