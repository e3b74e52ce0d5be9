import type { FoundPlace } from "~/domain/communities/place-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Entry, EntryList } from "~/ui/entry-list";
import { Notice } from "~/ui/notice";

/** What the finder says: places with their districts, or that there is none and what to do. */
export function FoundPlaces({ typed, places }: { typed: string; places: FoundPlace[] }) {
  const t = useT();
  if (places.length === 0) {
    return (
      <Notice tone="information" title={t("communities.finder.nothing", { typed })}>
        {t("communities.finder.nothingHelp")}
      </Notice>
    );
  }
  const similar = places.every(({ match }) => match === "similar");
  return (
    <div className="stack">
      <h2>
        {similar
          ? t("communities.finder.similar", { typed })
          : t("communities.finder.found", { typed, count: places.length })}
      </h2>
      <EntryList>
        {places.map((place) => (
          <FoundPlaceEntry key={`${place.district.code} ${place.name}`} place={place} />
        ))}
      </EntryList>
    </div>
  );
}

function FoundPlaceEntry({ place }: { place: FoundPlace }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { name, validUntil, currentName, district } = place;
  const until = validUntil?.length === 10 ? format.date(validUntil) : (validUntil?.slice(0, 4) ?? "");
  const note = currentName
    ? validUntil
      ? t("communities.finder.former", { until, name: currentName })
      : t("communities.finder.another", { name: currentName })
    : validUntil && t("communities.finder.formerOnly", { until });
  const shown = localText(district.name, locale);
  return (
    <Entry
      title={t("communities.finder.inDistrict", { district: shown.text })}
      href={`/${locale}/districts/${encodeURIComponent(district.code)}`}
      meta={[name, ...(note ? [note] : [])]}
    />
  );
}
