import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow, type Handled } from "~/domain/identity/allow.server";
import { NotCounted } from "~/domain/petitions/components/not-counted";
import { PetitionQuoted } from "~/domain/petitions/components/petition-quoted";
import { signingStop } from "~/domain/petitions/own-signature";
import { petitionNumber } from "~/domain/petitions/petition";
import { signerKey } from "~/domain/petitions/signer-key.server";
import { findOwnSignature, findPetitionToSign } from "~/domain/petitions/signing-queries.server";
import { signedPetition } from "~/domain/petitions/signing-view";
import { undoSignature } from "~/domain/petitions/undo-signature.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("signing.undo.title"), { hidden: true });

type Asked = Pick<Handled<"person">, "community" | "viewer" | "params">;

/** The own signature; 404 for whoever has none, so that a petition that is not public stays unknown. */
async function openOwn({ community, viewer, params }: Asked) {
  const number = petitionNumber(params.number);
  const petition = number === null ? null : await findPetitionToSign(community, { number });
  if (!petition) throw new Response(null, { status: 404 });
  const signer = { petitionId: petition.id, signerKey: signerKey(community, viewer.email) };
  const own = await findOwnSignature(community, signer);
  if (own === "none") throw new Response(null, { status: 404 });
  return { petition, signer, own };
}

export const loader = allow("person", async (asked) => {
  const { petition, own } = await openOwn(asked);
  const stop = signingStop(petition, now());
  return { petition: signedPetition(petition), own, stop };
});

export const action = allow("person", async (asked) => {
  const { signer } = await openOwn(asked);
  await undoSignature(asked.community, signer);
  return redirect(asked.url.pathname, 303);
});

export default function Undo() {
  const { petition, own, stop } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const page = `/${locale}/petitions/${petition.number}`;
  if (own !== "signed") {
    const mayAgain = own === "taken_back" && !stop && petition.isPublic;
    return (
      <NotCounted petition={petition} own={own}>
        {mayAgain ? <LinkButton href={`${page}/sign`}>{t("signing.again")}</LinkButton> : null}
      </NotCounted>
    );
  }
  return (
    <Page title={t("signing.undo.title")} back={petition.isPublic ? { href: page } : undefined}>
      <PetitionQuoted petition={petition} />
      <p className="measure">{t(stop ? "signing.undo.tooLate" : "signing.undo.lead")}</p>
      {stop ? null : (
        <ActionButton action={`${page}/undo`} variant="danger">
          {t("signing.undo.submit")}
        </ActionButton>
      )}
    </Page>
  );
}
