import type { listAuthorRefusals } from "~/domain/petitions/moderation-queries.server";
import type { SimilarPetition } from "~/domain/petitions/similar-petitions-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Entry, EntryList } from "~/ui/entry-list";
import { Section } from "~/ui/section";
import { Tag } from "~/ui/tag";

/** Petitions with a like title, refused ones too: a moderator sees what was decided on the same demand. */
export function SimilarList({ rows }: { rows: SimilarPetition[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("moderation.petition.similar")} quiet>
      {rows.length === 0 ? <p>{t("moderation.petition.noSimilar")}</p> : null}
      <EntryList>
        {rows.map(({ number, title, language, state, ground, signatures }) => (
          <Entry
            key={number}
            title={title}
            href={`/${locale}/admin/petitions/${number}`}
            lang={language === locale ? undefined : language}
            tag={<Tag tone={state === "refused" ? "danger" : "neutral"}>{t(`petitions.state.${state}`)}</Tag>}
            meta={[
              t("moderation.petition.number", { number }),
              ...(ground ? [t(`petitions.ground.${ground}`)] : []),
              ...(signatures === null ? [] : [t("petitions.signatures", { count: signatures })]),
            ]}
          />
        ))}
      </EntryList>
    </Section>
  );
}

export function EarlierRefusals({ rows }: { rows: Awaited<ReturnType<typeof listAuthorRefusals>> }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <Section title={t("moderation.petition.earlierRefusals")} quiet>
      {rows.length === 0 ? <p>{t("moderation.petition.noEarlierRefusals")}</p> : null}
      <EntryList>
        {rows.map(({ number, title, language, ground, at }) => (
          <Entry
            key={number}
            title={title}
            href={`/${locale}/admin/petitions/${number}`}
            lang={language === locale ? undefined : language}
            meta={[
              t("moderation.petition.number", { number }),
              format.date(at),
              ...(ground ? [t(`petitions.ground.${ground}`)] : []),
            ]}
          />
        ))}
      </EntryList>
    </Section>
  );
}
