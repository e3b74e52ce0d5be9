import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { RoundStatusSentence } from "~/domain/prioritisation/components/status-sentence";
import { listAllRounds } from "~/domain/prioritisation/round-queries.server";
import { roundStatus } from "~/domain/prioritisation/round-record";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Entry, EntryList } from "~/ui/entry-list";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Tag } from "~/ui/tag";

export const loader = allow("administrator", async ({ community }) => {
  const instant = now();
  const rounds = (await listAllRounds(community)).filter(({ source }) => source === null);
  return rounds.map((round) => ({
    slug: round.slug,
    title: round.title,
    status: roundStatus(round, instant),
  }));
});

export const meta = pageMeta((t) => t("prioritisation.setup.rounds"), { hidden: true });

export default function SetupRounds() {
  const t = useT();
  const locale = useLocale();
  const rounds = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("prioritisation.setup.rounds")}
      lead={t("prioritisation.setup.lead")}
      back={{ href: `/${locale}/admin` }}
    >
      <LinkButton href={`/${locale}/admin/rounds/new`}>{t("prioritisation.setup.new")}</LinkButton>
      <Section title={t("prioritisation.setup.all")}>
        {rounds.length === 0 ? <EmptyState title={t("prioritisation.setup.none")} /> : null}
        <EntryList>
          {rounds.map(({ slug, title, status }) => (
            <Entry
              key={slug}
              title={localText(title, locale).text || slug}
              href={`/${locale}/admin/rounds/${slug}`}
              tag={
                status.code === "draft" ? (
                  <Tag tone="warning">{t("prioritisation.setup.draft")}</Tag>
                ) : undefined
              }
            >
              <p>
                <RoundStatusSentence status={status} />
              </p>
            </Entry>
          ))}
        </EntryList>
      </Section>
    </Page>
  );
}
