import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The site map. Every page lives under its language; short permanent addresses and files stand beside. */
export default [
  index("routes/start.tsx"),
  route(":locale", "routes/language.tsx", [
    index("routes/home/open-now.tsx"),
    route("*", "routes/not-found.tsx"),
  ]),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
