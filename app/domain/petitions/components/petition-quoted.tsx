import { useLocale, useT } from "~/i18n/use-translation";
import type { SignedPetition } from "../signing-view";

/** Which petition this is about, in its own language, with the way to it once it is public. */
export function PetitionQuoted({ petition }: { petition: SignedPetition }) {
  const t = useT();
  const locale = useLocale();
  const { number, title, language, isPublic } = petition;
  const name = title ? <strong lang={language}>{title}</strong> : t("signing.stop.hidden.title");
  return (
    <p className="page-status">
      <span className="quiet">{t("signing.number", { number })}</span>
      <br />
      {isPublic ? <a href={`/${locale}/petitions/${number}`}>{name}</a> : name}
    </p>
  );
}
