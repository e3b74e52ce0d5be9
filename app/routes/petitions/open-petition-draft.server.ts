import { redirect } from "@remix-run/node";
import type { Community } from "~/domain/communities/community";
import { type DraftStep, stepAfter } from "~/domain/petitions/petition-draft";
import {
  findPetitionDraft,
  type StoredPetitionDraft,
} from "~/domain/petitions/petition-draft-queries.server";
import type { Saved } from "~/domain/petitions/save-petition.server";
import type { Locale } from "~/i18n/locales";
import type { Outcome } from "~/shared/outcome";

type Request = {
  community: Community;
  locale: Locale;
  url: URL;
  params: Readonly<Record<string, string | undefined>>;
};

/** What every page of a draft needs: where it lives, the version it shows, and whether it returns to the check. */
export type DraftFrame = { base: string; version: number; fromCheck: boolean };

function baseOf({ locale, params }: Request): string {
  return `/${locale}/petition-drafts/${params.resume}`;
}

/** The draft of this address. One that is filed leads to its confirmation; none is a missing page (S-2). */
export async function openPetitionDraft(
  request: Request,
): Promise<{ draft: StoredPetitionDraft; frame: DraftFrame; resume: string }> {
  const { community, url, params } = request;
  const draft = await findPetitionDraft(community, params.resume);
  if (!draft) throw new Response(null, { status: 404 });
  const base = baseOf(request);
  if (draft.filedNumber !== null) throw redirect(`${base}/filed`);
  const fromCheck = url.searchParams.get("back") === "check";
  return { draft, frame: { base, version: draft.version, fromCheck }, resume: params.resume ?? "" };
}

/** Where Continue leads: back to the check when one came from there, to the older answer when two tabs crossed. */
export function afterSave(request: Request, step: DraftStep, outcome: Outcome<Saved>): Response {
  const base = baseOf(request);
  if (!outcome.done) {
    if (outcome.reason === "no_such_draft") throw new Response(null, { status: 404 });
    return redirect(`${base}/filed`);
  }
  if (outcome.value.crossed) return redirect(`${base}/older`);
  const fromCheck = request.url.searchParams.get("back") === "check";
  return redirect(`${base}/${fromCheck ? "check" : stepAfter(step)}`);
}
