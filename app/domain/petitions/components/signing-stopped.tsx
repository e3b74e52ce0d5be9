import { useFormat, useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import type { SigningStop } from "../own-signature";
import type { SignedPetition } from "../signing-view";
import { PetitionQuoted } from "./petition-quoted";

/** Why nobody can sign now, and that nothing was recorded (F-7). */
export function SigningStopped({ petition, stop }: { petition: SignedPetition; stop: SigningStop }) {
  const t = useT();
  const format = useFormat();
  const { closesAt } = petition;
  return (
    <Page title={t(`signing.stop.${stop}.title`)} lead={t(`signing.stop.${stop}.lead`)}>
      {stop === "ended" && closesAt ? (
        <p>{t("signing.stop.ended.until", { date: format.deadlineZone(closesAt) })}</p>
      ) : null}
      <PetitionQuoted petition={petition} />
    </Page>
  );
}
