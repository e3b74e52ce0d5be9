import { allow } from "~/domain/identity/allow.server";
import { findDraft, hasDraftPhoto } from "~/domain/initiatives/draft-queries.server";
import { readPhoto } from "~/platform/storage.server";

/** A photo that is not public yet: only for the holder of the draft, kept by nobody on the way (S-45). */
export const loader = allow("anyone", async ({ community, params }) => {
  const draft = await findDraft(community, params.resume);
  const photo = params.photo ?? "";
  const isOwn = draft !== null && (await hasDraftPhoto(community, draft.id, photo));
  const bytes = isOwn ? await readPhoto(community.id, photo) : null;
  if (!bytes) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": "image/webp", "Content-Disposition": "inline", "Cache-Control": "no-store" },
  });
});
