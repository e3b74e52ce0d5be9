import { PetitionTags } from "~/domain/petitions/components/petition-tags";
import type { SimilarPetition } from "~/domain/petitions/similar-petitions-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Entry } from "~/ui/entry-list";

/** A petition like the one being written: to be signed, to read its answer, or to see why it was refused. */
export function SimilarEntry({ petition }: { petition: SimilarPetition }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, title, language, state, district, signatures, closesAt, answered, ground } = petition;
  const page = `/${locale}/petitions/${number}`;
  const place = district ? localText(district.name, locale).text : t("filing.place.whole");
  const isOpen = state === "open";
  const facts = [
    t("filing.number", { number }),
    place,
    ...(state === "refused" ? [] : [t("petitions.signatures", { count: signatures ?? 0 })]),
    ...(isOpen && closesAt ? [t("filing.similar.until", { date: format.deadline(closesAt) })] : []),
  ];
  return (
    <Entry
      title={title}
      lang={language}
      href={page}
      tag={<PetitionTags state={state} hasReached={false} isAnswered={answered} />}
      meta={facts}
      action={
        isOpen ? (
          <LinkButton href={`${page}/sign`}>{t("filing.similar.sign")}</LinkButton>
        ) : answered ? (
          <LinkButton href={page} variant="secondary">
            {t("filing.similar.answer")}
          </LinkButton>
        ) : null
      }
    >
      {ground && state === "refused"
        ? t("filing.similar.refusedFor", { ground: t(`petitions.ground.${ground}`) })
        : null}
    </Entry>
  );
}
