import type { Locale } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { PhotoList } from "./photo-list";

type Props = {
  texts: { problem: string; proposal: string; beneficiaries: string };
  language: Locale;
  photos: { id: string; description: string; width: number; height: number }[];
};

/** What the author wrote, in the language it was written in. */
export function InitiativeTexts({ texts, language, photos }: Props) {
  const t = useT();
  return (
    <>
      {(["problem", "proposal", "beneficiaries"] as const).map((name) => (
        <Section key={name} title={t(`initiatives.field.${name}`)}>
          <PlainText text={texts[name]} lang={language} />
        </Section>
      ))}
      {photos.length > 0 ? (
        <Section title={t("initiatives.field.photos")}>
          <PhotoList photos={photos} href={(id) => `/photos/${id}`} lang={language} />
        </Section>
      ) : null}
    </>
  );
}
