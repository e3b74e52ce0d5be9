import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { PlaceFinder } from "~/domain/communities/components/place-finder";
import { listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { findExamplePlace, findPlaces } from "~/domain/communities/place-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { FoundPlaces } from "./found-places";

const MAX_TYPED = 100;

export const loader = allow("anyone", async ({ community, locale, url }) => {
  const typed = readTyped(url.searchParams.get("street") ?? "");
  const [districts, places, example] = await Promise.all([
    listDrawnDistricts(community),
    typed.length > 1 ? findPlaces(community, typed) : [],
    findExamplePlace(community),
  ]);
  return data(
    { community: localText(community.name, locale).text, typed, districts, places, example },
    { headers: { "Cache-Control": "public, max-age=5" } },
  );
});

/** It is shown again on the page, so nothing invisible stays in it. */
function readTyped(street: string): string {
  return street
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim()
    .slice(0, MAX_TYPED)
    .toWellFormed();
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta((t) => t("communities.districts.title"));

export default function Districts() {
  const t = useT();
  const { community, typed, districts, places, example } = useLoaderData<typeof loader>();
  const tooShort = typed.length === 1 ? t("communities.finder.tooShort") : undefined;
  return (
    <Page title={t("communities.districts.title")} lead={t("communities.districts.lead")}>
      <PlaceFinder typed={typed} example={example} error={tooShort} />
      {typed.length > 1 ? <FoundPlaces typed={typed} places={places} /> : null}
      <Section title={t("communities.districts.all")}>
        {districts.length === 0 ? <EmptyState title={t("communities.districts.none")} /> : null}
        <div className="columns">
          <DistrictMap
            districts={districts}
            label={t("communities.map.label", { community })}
            after="districts"
          />
          <DistrictList districts={districts} />
        </div>
        {districts.length > 0 ? (
          <p>
            <a href="/districts.geojson" download>
              {t("communities.districts.file")}
            </a>
          </p>
        ) : null}
      </Section>
    </Page>
  );
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["districts"];

/** The twin of the map: the same numbers in the same order. */
function DistrictList({ districts }: { districts: Listed }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="map-list" id="districts" tabIndex={-1}>
      {districts.map(({ code, name, population }) => (
        <li key={code}>
          <a href={`/${locale}/districts/${encodeURIComponent(code)}`}>
            <Localised text={name} label={false} />
          </a>
          {population === null ? null : (
            <span className="quiet small">
              {" "}
              {t("communities.districts.residents", { number: population })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
