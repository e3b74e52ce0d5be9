import { z } from "zod";
import { LIMITS } from "./draft-form";

/** Degrees as people write them: a point or a comma, at most 1 mm exact. */
const degrees = (limit: number, message: string) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(",", "."))
    .refine(
      (text) => text === "" || (/^-?\d{1,3}(\.\d{1,15})?$/.test(text) && Math.abs(Number(text)) <= limit),
      message,
    )
    .transform((text) => (text === "" ? undefined : Number(Number(text).toFixed(6))));

const PLACES = ["whole", "district"] as const;

/** Whole community, or one district with words and, if known, a point on the map. */
export const placeForm = z
  .strictObject({
    version: z.coerce.number().int().min(1).max(1_000_000),
    where: z.enum(PLACES, "initiatives.error.placeEmpty"),
    /** Code of the district; empty when the point on the map tells it. */
    district: z.string().max(60),
    placeNote: z.string().trim().max(LIMITS.placeNote),
    latitude: degrees(90, "initiatives.error.latitude"),
    longitude: degrees(180, "initiatives.error.longitude"),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ["latitude"],
    message: "initiatives.error.pointHalf",
  })
  .refine(({ where, district, latitude }) => where === "whole" || latitude !== undefined || district !== "", {
    path: ["district"],
    message: "initiatives.error.districtEmpty",
  });
