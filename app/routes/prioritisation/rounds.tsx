import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { RoundStatusSentence } from "~/domain/prioritisation/components/status-sentence";
import { listRounds } from "~/domain/prioritisation/round-queries.server";
import { roundStatus, wholeBudget } from "~/domain/prioritisation/round-record";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { EmptyState } from "~/ui/empty-state";
import { Entry, EntryList } from "~/ui/entry-list";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

export const loader = allow("anyone", async ({ community }) => {
  const instant = now();
  const rounds = (await listRounds(community)).map((round) => ({
    slug: round.slug,
    title: round.title,
    summary: round.summary,
    budget: wholeBudget(round.envelopes),
    status: roundStatus(round, instant),
  }));
  return data({ rounds, now: instant }, { headers: { "Cache-Control": "public, max-age=5" } });
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta((t) => t("prioritisation.rounds.title"));

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rounds"][number];

export default function Rounds() {
  const t = useT();
  const { rounds, now: instant } = useLoaderData<typeof loader>();
  const isOver = ({ status }: Row) => status.code === "finished" || status.code === "objections";
  const running = rounds.filter((round) => !isOver(round));
  const over = rounds.filter(isOver);
  return (
    <Page title={t("prioritisation.rounds.title")} lead={t("prioritisation.rounds.lead")}>
      {rounds.length === 0 ? <EmptyState title={t("prioritisation.rounds.none")} /> : null}
      {running.length > 0 ? (
        <Section title={t("prioritisation.rounds.running")}>
          <RoundList rounds={running} now={instant} />
        </Section>
      ) : null}
      {over.length > 0 ? (
        <Section title={t("prioritisation.rounds.over")}>
          <RoundList rounds={over} now={instant} />
        </Section>
      ) : null}
    </Page>
  );
}

function RoundList({ rounds, now: instant }: { rounds: Row[]; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <EntryList>
      {rounds.map(({ slug, title, summary, budget, status }) => {
        const shown = localText(title, locale);
        const text = localText(summary, locale);
        return (
          <Entry
            key={slug}
            title={shown.text}
            lang={shown.foreign ? shown.lang : undefined}
            href={`/${locale}/rounds/${slug}`}
            countdown={
              status.date && status.code !== "objections" ? format.countdown(status.date, instant) : undefined
            }
            meta={[t("prioritisation.rounds.budget", { amount: format.money(budget) })]}
          >
            <p>
              <RoundStatusSentence status={status} />
            </p>
            <p className="measure" lang={text.foreign ? text.lang : undefined}>
              {text.text}
            </p>
          </Entry>
        );
      })}
    </EntryList>
  );
}
