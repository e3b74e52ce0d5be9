import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { districtOfPoint } from "~/domain/communities/district-of-point";
import { readDistrictText } from "~/domain/communities/read-district-text";
import { pointIn } from "./point-in";

const text = readFileSync(join(import.meta.dirname, "vilshana-districts.geojson"), "utf8");
const { features } = readDistrictText(text, { zone: "Europe/Kyiv", language: "uk" });

describe("pointIn", () => {
  it("lies in its district and differs from turn to turn", () => {
    for (const { code, shape } of features) {
      const points = [1, 2, 3, 4, 5].map((turn) => pointIn(shape, turn));
      for (const point of points) expect(point && districtOfPoint(point, features)?.code).toBe(code);
      expect(new Set(points.map((point) => JSON.stringify(point))).size).toBeGreaterThan(3);
    }
  });
});
