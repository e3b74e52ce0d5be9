import { redirect } from "@remix-run/node";
import type { Community } from "~/domain/communities/community";
import type { Saved, SaveRefusal } from "~/domain/initiatives/change-draft.server";
import { type DraftStep, type SavedStep, stepAfter } from "~/domain/initiatives/draft";
import { findDraft, type StoredDraft } from "~/domain/initiatives/draft-queries.server";
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

/** The draft of this address. One that is submitted leads to its confirmation; none is a missing page (S-2). */
export async function openDraft({
  community,
  locale,
  url,
  params,
}: Request): Promise<{ draft: StoredDraft; frame: DraftFrame }> {
  const draft = await findDraft(community, params.resume);
  if (!draft) throw new Response(null, { status: 404 });
  const base = `/${locale}/drafts/${params.resume}`;
  if (draft.submittedNumber !== null) throw redirect(`${base}/submitted`);
  return {
    draft,
    frame: { base, version: draft.version, fromCheck: url.searchParams.get("back") === "check" },
  };
}

/** Where Continue leads after a step: back to the check when one came from there, to the older answer when two tabs crossed. */
export function afterSave(
  { locale, url, params }: Request,
  step: SavedStep,
  outcome: Outcome<Saved, SaveRefusal>,
): Response {
  const base = `/${locale}/drafts/${params.resume}`;
  if (!outcome.done) {
    if (outcome.reason === "no_such_draft") throw new Response(null, { status: 404 });
    return redirect(`${base}/submitted`);
  }
  if (outcome.value.crossed) return redirect(`${base}/older`);
  return redirect(nextStep(base, url, step));
}

export function nextStep(base: string, url: URL, step: DraftStep): string {
  return `${base}/${url.searchParams.get("back") === "check" ? "check" : stepAfter(step)}`;
}
