import { useT } from "~/i18n/use-translation";
import type { SignedPetition } from "../signing-view";

/** Which petition this is about, in its own language. */
export function PetitionQuoted({ petition }: { petition: SignedPetition }) {
  const t = useT();
  const { number, title, language } = petition;
  return (
    <p className="page-status">
      <span className="quiet">{t("signing.number", { number })}</span>
      <br />
      {title ? <strong lang={language}>{title}</strong> : t("signing.stop.hidden.title")}
    </p>
  );
}
