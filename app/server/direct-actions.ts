import type { ActionFunction, AppLoadContext, ServerBuild } from "@remix-run/node";

export type AnswerDirectly = (request: Request, context: AppLoadContext) => Promise<Response | null>;

/**
 * The two acts that thousands do at the same moment, one press of a button each. Both answer with the address of a
 * page and may be done twice without harm.
 */
const RUSHED: readonly { path: RegExp; route: string }[] = [
  {
    path: /^\/(?<locale>uk|ru|en)\/petitions\/(?<number>\d{1,9})\/sign\/account$/,
    route: "routes/petitions/sign-account",
  },
  {
    path: /^\/(?<locale>uk|ru|en)\/petitions\/confirm\/(?<token>[0-9a-f]{40})$/,
    route: "routes/petitions/confirm",
  },
];

/**
 * Calls the action of such a route as Remix would, without the work around it that a page needs and an address does
 * not. Null when the action does not answer with an address: then Remix does all of it again and shows the refusal.
 */
export function directActions({ routes }: ServerBuild): AnswerDirectly {
  return async (request, context) => {
    if (request.method !== "POST") return null;
    const { pathname } = new URL(request.url);
    for (const { path, route } of RUSHED) {
      const params = path.exec(pathname)?.groups;
      const action = routes[route]?.module.action;
      if (params && action) return await addressOf(action, { request, context, params });
    }
    return null;
  };
}

async function addressOf(
  action: ActionFunction,
  args: Parameters<ActionFunction>[0],
): Promise<Response | null> {
  const answer = await Promise.resolve(action(args)).catch((thrown: unknown) => thrown);
  const isAddress = answer instanceof Response && answer.headers.has("Location");
  return isAddress ? answer : null;
}
