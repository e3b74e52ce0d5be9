import { useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { PlainText } from "~/ui/prose";
import type { SignedPetition } from "../signing-view";

/** What first signatories put their names to: no public page shows it yet. */
export function UnpublishedText({ petition: { text, language } }: { petition: SignedPetition }) {
  const t = useT();
  if (!text) return null;
  return (
    <Facts
      items={[
        { label: t("signing.text.demand"), value: <PlainText text={text.demand} lang={language} /> },
        { label: t("signing.text.grounds"), value: <PlainText text={text.grounds} lang={language} /> },
        { label: t("signing.text.addressee"), value: <span lang={language}>{text.addressee}</span> },
        { label: t("signing.text.author"), value: text.authorName },
      ]}
    />
  );
}
