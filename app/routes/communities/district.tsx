import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { listInitiatives } from "~/domain/initiatives/initiative-list-queries.server";
import { listRounds } from "~/domain/prioritisation/round-queries.server";
import { roundStatus } from "~/domain/prioritisation/round-record";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { EmptyState } from "~/ui/empty-state";
import { Entry, EntryList } from "~/ui/entry-list";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

const SHOWN_INITIATIVES = { number: 1, size: 5, offset: 0 };

export const loader = allow("anyone", async ({ community, locale, params }) => {
  const districts = await listDrawnDistricts(community);
  const code = params["code"]?.normalize("NFC");
  const district = districts.find((each) => each.code === code);
  if (!district) throw new Response(null, { status: 404 });
  const [rounds, initiatives] = await Promise.all([
    listRounds(community),
    listInitiatives(community, { district: district.code }, SHOWN_INITIATIVES),
  ]);
  const name = localText(district.name, locale).text;
  return data(
    {
      name,
      district: { code: district.code, name: district.name, population: district.population },
      districts,
      rounds: moneyHere(rounds, district.id),
      initiatives: {
        total: initiatives.total,
        rows: initiatives.rows.map(({ number, title, language, summary }) => ({
          number,
          title,
          language,
          summary,
        })),
      },
    },
    { headers: { "Cache-Control": "public, max-age=5" } },
  );
});

/** Rounds under way with money for this district or for all, and how far they are. */
function moneyHere(rounds: Awaited<ReturnType<typeof listRounds>>, districtId: string) {
  const instant = now();
  return rounds.flatMap((round) => {
    const { code, date } = roundStatus(round, instant);
    if (code === "finished" || code === "draft") return [];
    const here = round.envelopes.find((envelope) => envelope.districtId === districtId);
    const envelope = here ?? round.envelopes.find((each) => each.districtId === null);
    if (!envelope) return [];
    return [
      {
        slug: round.slug,
        title: round.title,
        own: envelope === here,
        amount: envelope.amount,
        code,
        date,
        now: instant,
      },
    ];
  });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta<{ name: string }>((_, page) => page?.name ?? "");

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function District() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { name, district, districts, rounds, initiatives } = useLoaderData<typeof loader>();
  const { population } = district;
  return (
    <Page
      title={<Localised text={district.name} />}
      caption={t("communities.district.caption")}
      breadcrumbs={[{ href: `/${locale}/districts`, label: t("communities.districts.title") }]}
    >
      {population === null ? null : (
        <Facts items={[{ label: t("communities.district.population"), value: format.number(population) }]} />
      )}
      <Section title={t("communities.district.open")}>
        <MoneyHere rounds={rounds} />
      </Section>
      <Section title={t("communities.district.initiatives")}>
        <InitiativesHere initiatives={initiatives} code={district.code} />
      </Section>
      <Section title={t("communities.district.neighbours")}>
        <DistrictMap
          districts={districts}
          label={t("communities.map.labelOne", { district: name })}
          current={district.code}
          after="districts"
        />
        <ol className="map-list" id="districts" tabIndex={-1}>
          {districts.map((each) => (
            <li key={each.code}>
              <a
                href={`/${locale}/districts/${encodeURIComponent(each.code)}`}
                aria-current={each.code === district.code ? "page" : undefined}
              >
                <Localised text={each.name} label={false} />
              </a>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}

function MoneyHere({ rounds }: Pick<Loaded, "rounds">) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  if (rounds.length === 0) return <EmptyState title={t("communities.district.openNothing")} />;
  return (
    <EntryList>
      {rounds.map(({ slug, title, own, amount, code, date, now }) => {
        const shown = localText(title, locale);
        const sum = { amount: format.money(amount) };
        return (
          <Entry
            key={slug}
            title={shown.text}
            lang={shown.foreign ? shown.lang : undefined}
            href={`/${locale}/rounds/${slug}`}
            countdown={date && isOpen(code) ? format.countdown(date, now) : undefined}
            meta={[own ? t("communities.district.amount", sum) : t("communities.district.wholeAmount", sum)]}
          />
        );
      })}
    </EntryList>
  );
}

function isOpen(code: string): boolean {
  return ["submission", "screening", "voting", "objections"].includes(code);
}

function InitiativesHere({ initiatives, code }: Pick<Loaded, "initiatives"> & { code: string }) {
  const t = useT();
  const locale = useLocale();
  if (initiatives.total === 0) return <EmptyState title={t("communities.district.initiativesNone")} />;
  return (
    <div className="stack">
      <EntryList>
        {initiatives.rows.map(({ number, title, language, summary }) => (
          <Entry
            key={number}
            title={title}
            lang={language === locale ? undefined : language}
            href={`/${locale}/initiatives/${number}`}
            meta={[`№ ${number}`]}
          >
            <p className="measure" lang={language === locale ? undefined : language}>
              {summary}
            </p>
          </Entry>
        ))}
      </EntryList>
      <p>
        <a href={`/${locale}/initiatives?district=${encodeURIComponent(code)}`}>
          {t("communities.district.initiativesAll", { count: initiatives.total })}
        </a>
      </p>
    </div>
  );
}
