import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { listInitiatives } from "~/domain/initiatives/initiative-list-queries.server";
import { MatterEntry } from "~/domain/prioritisation/components/matter-entry";
import { openMatters } from "~/domain/prioritisation/open-matters";
import { listRounds } from "~/domain/prioritisation/round-queries.server";
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
  const instant = now();
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
      open: openHere(rounds, district.id, instant),
      now: instant,
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

/** What is open for this district: stages of rounds with money for it, else for the whole community. */
function openHere(rounds: Awaited<ReturnType<typeof listRounds>>, districtId: string, instant: Date) {
  return openMatters(rounds, instant).flatMap((matter) => {
    const own = matter.envelopes.find((envelope) => envelope.districtId === districtId);
    const envelope = own ?? matter.envelopes.find((each) => each.districtId === null);
    return envelope ? [{ matter, own: envelope === own, amount: envelope.amount }] : [];
  });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta<{ name: string }>((_, page) => page?.name ?? "");

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function District() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { name, district, districts, open, now: instant, initiatives } = useLoaderData<typeof loader>();
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
        <OpenHere open={open} now={instant} />
      </Section>
      <Section title={t("communities.district.initiatives")}>
        <InitiativesHere initiatives={initiatives} code={district.code} />
      </Section>
      <Section title={t("communities.district.neighbours")}>
        <div className="columns">
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
        </div>
      </Section>
    </Page>
  );
}

function OpenHere({ open, now }: Pick<Loaded, "open" | "now">) {
  const t = useT();
  const format = useFormat();
  if (open.length === 0) return <EmptyState title={t("communities.district.openNothing")} />;
  return (
    <EntryList>
      {open.map(({ matter, own, amount }) => {
        const sum = { amount: format.money(amount) };
        const place = own
          ? t("communities.district.amount", sum)
          : t("communities.district.wholeAmount", sum);
        return <MatterEntry key={`${matter.slug} ${matter.kind}`} matter={matter} place={place} now={now} />;
      })}
    </EntryList>
  );
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
      {initiatives.total > initiatives.rows.length ? (
        <p>
          <a href={`/${locale}/initiatives?district=${encodeURIComponent(code)}`}>
            {t("communities.district.initiativesAll", { count: initiatives.total })}
          </a>
        </p>
      ) : null}
    </div>
  );
}
