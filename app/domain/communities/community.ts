import type { MultiPolygon, Polygon } from "geojson";
import type { Locale } from "~/i18n/locales";

/** The same text in the languages it exists in. */
export type LocalText = Partial<Record<Locale, string>>;

/** GeoJSON (RFC 7946) area in WGS 84, longitude before latitude. */
export type DistrictShape = Polygon | MultiPolygon;

/** One tenant: a municipality with its own rules, languages, districts and people. */
export type Community = {
  id: string;
  slug: string;
  name: LocalText;
  /** IANA time zone in which every deadline is shown. */
  zone: string;
  /** ISO 4217 code. */
  currency: string;
  languages: Locale[];
  brandColour: string | null;
  demo: boolean;
};

export type District = {
  id: string;
  code: string;
  name: LocalText;
  population: number | null;
};
