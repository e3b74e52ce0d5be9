import { redirect } from "@remix-run/node";
import { listDistricts } from "~/domain/communities/community-queries.server";
import type { Handled } from "~/domain/identity/allow.server";
import { changeRound } from "~/domain/prioritisation/change-round.server";
import { findAnyRound } from "~/domain/prioritisation/round-queries.server";
import type { RoundRecord } from "~/domain/prioritisation/round-record";
import type { RoundSetup } from "~/domain/prioritisation/round-setup";
import { complaint, formFailure } from "~/platform/form.server";
import type { FormValues } from "~/shared/form-failure";

type Asked = Handled<"administrator">;

/** The round of the address; 404 for none, and for an imported election, whose rules are history. */
export async function openRound({
  community,
  params,
}: Pick<Asked, "community" | "params">): Promise<RoundRecord> {
  const round = await findAnyRound(community, params["slug"] ?? "");
  if (!round || round.source) throw new Response(null, { status: 404 });
  return round;
}

/** What every step of the set-up shows around its form. */
export function frameOf({
  slug,
  title,
  rulesVersion,
  publishedAt,
  lockedAt,
  closedAt,
  resultPublishedAt,
}: RoundRecord) {
  return {
    slug,
    title,
    version: rulesVersion,
    published: publishedAt !== null,
    locked: lockedAt !== null,
    closed: closedAt !== null,
    finished: resultPublishedAt !== null,
  };
}

export type Frame = ReturnType<typeof frameOf>;

export async function districtNames({ community }: Pick<Asked, "community">) {
  return (await listDistricts(community)).map(({ id, name }) => ({ id, name }));
}

type Saved = { version: number; reason: string };

/** Saves a step and leads back to the overview, or shows the step again with everything typed. */
export async function saveStep(
  { community, viewer, locale }: Asked,
  round: RoundRecord,
  { version, reason }: Saved,
  values: FormValues,
  patch: Partial<RoundSetup>,
  back = "",
) {
  const outcome = await changeRound(community, viewer, { roundId: round.id, version, patch, reason });
  if (outcome.done) return redirect(`/${locale}/admin/rounds/${round.slug}${back}`);
  const field = outcome.reason === "reason_required" ? "reason" : "form";
  return formFailure([complaint(field, `prioritisation.refusal.${outcome.reason}`)], values, 409);
}
