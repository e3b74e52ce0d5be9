import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import type { SignedPetition } from "../signing-view";
import { PetitionQuoted } from "./petition-quoted";

type Props = { petition: SignedPetition; own: "taken_back" | "removed"; children?: ReactNode };

/** A signature that was taken back by its signer, or taken out by a check. */
export function NotCounted({ petition, own, children }: Props) {
  const t = useT();
  return (
    <Page title={t(`signing.own.${own}.title`)} lead={t(`signing.own.${own}.lead`)}>
      <PetitionQuoted petition={petition} />
      {children}
    </Page>
  );
}
