import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Community } from "~/domain/communities/community";
import { allow } from "~/domain/identity/allow.server";
import { removeSigningNetwork } from "~/domain/petitions/remove-signing-network.server";
import { findSigningNetwork } from "~/domain/petitions/signing-network-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("integrity.networks.remove"), { hidden: true });

export const loader = allow("administrator", ({ community, params }) => networkOf(community, params.id));

export const action = allow("administrator", async ({ community, viewer, params, locale }) => {
  const { id } = await networkOf(community, params.id);
  await removeSigningNetwork(community, viewer, id);
  return redirect(`/${locale}/admin/signing-networks`);
});

async function networkOf(community: Community, id: string | undefined) {
  const found = await findSigningNetwork(community, id ?? "");
  if (!found) throw new Response(null, { status: 404 });
  return { id: found.id, network: found.network };
}

/** Reached by its address, or when the form had expired: what it is about, and the button once more. */
export default function RemoveSigningNetwork() {
  const t = useT();
  const locale = useLocale();
  const { id, network } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const base = `/${locale}/admin/signing-networks`;
  return (
    <Page title={t("integrity.networks.remove")} lead={network} back={{ href: base }} errors={errors}>
      <ActionButton action={`${base}/${id}/remove`} variant="danger">
        {t("common.actions.delete")}
      </ActionButton>
    </Page>
  );
}
