import type { Position } from "geojson";

type Box = { west: number; south: number; east: number; north: number };

/** Roughly where a country lies, in degrees; only good enough to notice longitude and latitude changed over. */
const UKRAINE: Box = { west: 22, south: 44, east: 40.5, north: 52.5 };
const POLAND: Box = { west: 14, south: 49, east: 24.2, north: 55 };
const RUSSIA: Box = { west: 19, south: 41, east: 180, north: 82 };

const ZONES: Readonly<Record<string, Box>> = {
  "Europe/Kyiv": UKRAINE,
  "Europe/Kiev": UKRAINE,
  "Europe/Warsaw": POLAND,
  "Europe/Kaliningrad": RUSSIA,
  "Europe/Kirov": RUSSIA,
  "Europe/Moscow": RUSSIA,
  "Europe/Samara": RUSSIA,
  "Asia/Yekaterinburg": RUSSIA,
  "Asia/Omsk": RUSSIA,
  "Asia/Novosibirsk": RUSSIA,
  "Asia/Krasnoyarsk": RUSSIA,
  "Asia/Irkutsk": RUSSIA,
  "Asia/Yakutsk": RUSSIA,
  "Asia/Vladivostok": RUSSIA,
};

function lies([longitude = 0, latitude = 0]: Position, { west, south, east, north }: Box): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** True when a position makes sense for a community of this IANA zone only with its two numbers changed over. */
export function looksSwapped([longitude = 0, latitude = 0]: Position, zone: string): boolean {
  const swapped: Position = [latitude, longitude];
  if (Math.abs(latitude) > 90) return Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
  const box = ZONES[zone];
  return box !== undefined && !lies([longitude, latitude], box) && lies(swapped, box);
}
