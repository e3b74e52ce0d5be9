import type { LocalText } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { PlainText } from "~/ui/prose";
import type { DraftStep } from "../petition-draft";

type Props = {
  petition: {
    title: string;
    demand: string;
    grounds: string;
    addressee: string;
    district: LocalText | null;
    authorName: string;
    email?: string | undefined;
  };
  lang?: string | undefined;
  /** Address of the draft, where each answer may still be changed. */
  base?: string | undefined;
};

/** All that a petition says; in a draft with the way to change each answer. */
export function PetitionFacts({ petition, lang, base }: Props) {
  const t = useT();
  const locale = useLocale();
  const { title, demand, grounds, addressee, district, authorName, email } = petition;
  const step = (name: DraftStep) => (base ? { href: `${base}/${name}?back=check` } : undefined);
  const written = (text: string) => <PlainText text={text} lang={lang} />;
  const place = district ? localText(district, locale).text : t("filing.place.whole");
  const contact = { label: t("filing.field.email"), value: email, change: step("author") };
  return (
    <Facts
      items={[
        { label: t("filing.field.title"), value: written(title), change: step("title") },
        { label: t("filing.field.demand"), value: written(demand), change: step("text") },
        { label: t("filing.field.grounds"), value: written(grounds), change: step("text") },
        { label: t("filing.field.where"), value: place, change: step("place") },
        { label: t("filing.field.addressee"), value: addressee, change: step("place") },
        { label: t("filing.field.authorName"), value: authorName, change: step("author") },
        ...(email === undefined ? [] : [contact]),
      ]}
    />
  );
}
