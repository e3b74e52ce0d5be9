import type { Handled } from "~/domain/identity/allow.server";
import { openModerated } from "./open-moderated.server";

type Asked = Pick<Handled<"moderator">, "community" | "params" | "viewer">;

/** A petition whose signatures a moderator may look into; nobody decides on those of an own petition. */
export async function openChecked(asked: Asked) {
  const { petition, isOwn } = await openModerated(asked);
  return { petition, mayCheck: !isOwn && petition.wipedAt === null };
}
