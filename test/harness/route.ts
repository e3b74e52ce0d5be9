import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Community } from "~/domain/communities/community";
import type { RequestContext } from "~/domain/identity/request-context";
import type { Viewer } from "~/domain/identity/viewer";
import type { UploadedFile } from "~/shared/parsed-form";

type Handler = (args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<unknown>;

export type Visit = {
  path: string;
  params?: Record<string, string>;
  viewer?: Viewer;
  locale?: RequestContext["locale"];
  fields?: Record<string, string | string[]>;
  files?: UploadedFile[];
  /** False for a form without the token of this session. */
  formIsOurs?: boolean;
  embedded?: boolean;
  headers?: Record<string, string>;
};

export type Answered = {
  status: number;
  headers: Headers;
  location: string | null;
  /** What the page would render, or undefined for a bare response. */
  data: unknown;
  response: Response | null;
};

/** Asks a loader or action of a route as the server would, with a form that is already read. */
export async function visit(handler: Handler, community: Community, given: Visit): Promise<Answered> {
  const method = given.fields || given.files ? "POST" : "GET";
  const request = new Request(`http://localhost:3000${given.path}`, { method, headers: given.headers ?? {} });
  const args = { request, params: given.params ?? {}, context: contextOf(community, given) };
  try {
    return answered(await handler(args as unknown as LoaderFunctionArgs));
  } catch (thrown) {
    if (thrown instanceof Response) return answered(thrown);
    throw thrown;
  }
}

function contextOf(community: Community, given: Visit): RequestContext {
  const {
    viewer = { kind: "guest" },
    locale = "uk",
    fields = {},
    files = [],
    formIsOurs = true,
    embedded = false,
  } = given;
  return {
    community,
    locale,
    viewer,
    form: { fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])), files },
    formIsOurs,
    formFailed: false,
    clientAddress: "192.0.2.1",
    origin: "http://localhost:3000",
    sessionHash: null,
    colourScheme: null,
    enhancement: "/entry.js",
    demo: false,
    embedded,
    formToken: () => "token",
    sessionBegan: () => undefined,
  };
}

function answered(result: unknown): Answered {
  if (result instanceof Response) {
    const { status, headers } = result;
    return { status, headers, location: headers.get("Location"), data: undefined, response: result };
  }
  const wrapped = result as { type?: string; data?: unknown; init?: ResponseInit | null };
  const isWrapped = wrapped?.type === "DataWithResponseInit";
  const headers = new Headers(isWrapped ? (wrapped.init?.headers ?? {}) : {});
  const status = (isWrapped ? wrapped.init?.status : undefined) ?? 200;
  return { status, headers, location: null, data: isWrapped ? wrapped.data : result, response: null };
}
