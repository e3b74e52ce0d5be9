import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The site map. Every page lives under its language; short permanent addresses and files stand beside. */
export default [
  index("routes/start.tsx"),
  route("districts.geojson", "routes/communities/district-borders.ts"),
  route(":locale", "routes/language.tsx", [
    index("routes/home/open-now.tsx"),
    route("districts", "routes/communities/districts.tsx"),
    route("districts/:code", "routes/communities/district.tsx"),
    route("admin/districts", "routes/admin/communities/districts.tsx"),
    route("admin/districts/files/:id", "routes/admin/communities/district-report.tsx"),
    route("admin/districts/places", "routes/admin/communities/places.tsx"),
    route("*", "routes/not-found.tsx"),
  ]),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
