import { allow } from "~/domain/identity/allow.server";
import { isPublicPhoto } from "~/domain/initiatives/initiative-queries.server";
import { readPhoto } from "~/platform/storage.server";

/** Seconds a copy may be shown after the text was hidden as unlawful. */
const KEPT = 300;

/** A photo of a published initiative (S-45). */
export const loader = allow("anyone", async ({ community, params }) => {
  const photo = params.photo ?? "";
  const bytes = (await isPublicPhoto(community, photo)) ? await readPhoto(community.id, photo) : null;
  if (!bytes) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/webp",
      "Content-Disposition": "inline",
      "Cache-Control": `public, max-age=${KEPT}`,
    },
  });
});
