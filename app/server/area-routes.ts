import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];
type Route = Routes[string];

/**
 * Picks the routes that can match a path: those whose first fixed word is in it. React Router 6 ranks and compiles
 * every route anew for every request, a fifth of the time of a page with a hundred routes; of these few it does so
 * much quicker. `layout` is the route under which the pages of every language lie.
 */
export function areaRoutes(routes: Routes, layout: string): (pathname: string) => Routes {
  const all = Object.values(routes);
  const outer = wordsOf(all.filter(({ parentId }) => parentId !== layout));
  const inner = wordsOf(all.filter(({ parentId }) => parentId === layout));
  const kept = new Map<string, Routes>();
  return (pathname) => {
    // An encoded word may still be one of ours.
    if (pathname.includes("%")) return routes;
    const [first = "", second = ""] = pathname.toLowerCase().split("/").filter(Boolean);
    const words = { outer: outer.has(first) ? first : "", inner: inner.has(second) ? second : "" };
    const key = `${words.outer}/${words.inner}`;
    const known = kept.get(key);
    if (known) return known;
    const wanted = all.filter((route) => {
      const word = firstWord(route);
      return word === null || word === (route.parentId === layout ? words.inner : words.outer);
    });
    const picked = Object.fromEntries(wanted.map((route) => [route.id, route]));
    kept.set(key, picked);
    return picked;
  };
}

function wordsOf(routes: readonly Route[]): Set<string> {
  return new Set(routes.map(firstWord).filter((word) => word !== null));
}

/** The first part of a route's path where it is fixed; null where anything may stand there, or nothing. */
function firstWord({ path }: Route): string | null {
  const word = path?.split("/")[0] ?? "";
  return word === "" || word.startsWith(":") || word === "*" ? null : word.toLowerCase();
}
