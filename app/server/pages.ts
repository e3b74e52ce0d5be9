import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "@remix-run/node";
import { currentSession } from "~/domain/identity/lucia.server";
import type { RequestContext } from "~/domain/identity/request-context";
import { isLocale, type Locale } from "~/i18n/locales";
import { emptyForm, formTokenField, type ParsedForm } from "~/shared/parsed-form";
import type { ApplicationSettings } from "./application";
import type { ReadClientAddress } from "./client-address";
import type { FindCommunity } from "./communities";
import { encodeKept } from "./compression";
import { newVisit, readColourScheme, readVisit } from "./cookies";
import { formProof, guardOrigin, maskProof, tokenMatches } from "./guard";
import { type CachedPage, isCacheable, type PageCache } from "./page-cache";
import { plainAnswer } from "./plain-answer";
import { BodyRefused, readBody } from "./request-body";
import { sendWebResponse, toWebRequest } from "./web-request";

export type PageServices = {
  settings: ApplicationSettings;
  handler: RequestHandler;
  enhancement: string;
  findCommunity: FindCommunity;
  clientAddress: ReadClientAddress;
  cache: PageCache;
};

type Found = NonNullable<Awaited<ReturnType<FindCommunity>>>;

export async function answerPage(services: PageServices, message: IncomingMessage, response: ServerResponse) {
  const found = await services.findCommunity(message.headers.host ?? "");
  if (!found) return plainAnswer(response, 421);
  const method = message.method ?? "GET";
  const url = new URL(message.url ?? "/", found.origin);
  const verdict = guardOrigin(method, url, message.headers);
  if (verdict === "no_such_kind") return plainAnswer(response, 404);
  if (verdict === "foreign") return plainAnswer(response, 403, { Connection: "close" });

  const cookies = message.headers.cookie ?? "";
  const anonymous = !cookies.includes("__Host-session=");
  const key = anonymous && method === "GET" ? cacheKey(found, url, cookies) : null;
  const kept = key ? services.cache.find(key, Date.now()) : undefined;
  if (kept) return await sendCached(kept, message, response);

  const visit = new Visit(services, message, found);
  const body = await visit.begin(cookies).catch(refusedBody);
  if (typeof body === "number") return plainAnswer(response, body);
  const aborted = new AbortController();
  response.once("close", () => aborted.abort());
  const request = toWebRequest(message, found.origin, aborted.signal);
  const answer = await services.handler(request, visit.context(url, body));
  visit.finish(answer);
  if (key && isCacheable(answer)) {
    return await sendCached(await services.cache.keep(key, answer, Date.now()), message, response);
  }
  await sendWebResponse(message, response, answer);
}

function refusedBody(error: unknown): number {
  if (error instanceof BodyRefused) return error.status;
  throw error;
}

/** One request's session, form token and the cookies to send back. */
class Visit {
  readonly #cookies: string[] = [];
  #personal = false;
  #bearer = "";
  #viewer: RequestContext["viewer"] = { kind: "guest" };
  #sessionHash: string | null = null;
  #visit: string | null = null;
  #cookieHeader = "";

  constructor(
    private readonly services: PageServices,
    private readonly message: IncomingMessage,
    private readonly found: Found,
  ) {}

  async begin(cookieHeader: string): Promise<ParsedForm> {
    this.#cookieHeader = cookieHeader;
    const session = await currentSession(this.found.community, cookieHeader);
    if (session.cookie) this.#cookies.push(session.cookie);
    this.#viewer = session.viewer;
    this.#sessionHash = session.tokenHash;
    this.#personal = session.viewer.kind === "person";
    this.#visit = readVisit(cookieHeader);
    this.#bearer = session.token ?? this.#visit ?? "";
    if (this.message.method === "GET" || this.message.method === "HEAD") return emptyForm;
    return await readBody(this.message);
  }

  context(url: URL, form: ParsedForm): RequestContext {
    const { services, found, message } = this;
    const context: RequestContext = {
      community: found.community,
      locale: localeOf(url, found),
      viewer: this.#viewer,
      form,
      formIsOurs: this.#bearer !== "" && tokenMatches(this.#proof(), form.fields.get(formTokenField)?.[0]),
      formFailed: false,
      clientAddress: services.clientAddress(
        message.socket.remoteAddress ?? "",
        header(message, "x-forwarded-for"),
      ),
      origin: found.origin,
      sessionHash: this.#sessionHash,
      colourScheme: readColourScheme(this.#cookieHeader),
      enhancement: services.enhancement,
      demo: services.settings.demo,
      embedded: services.settings.embedded,
      formToken: () => this.#issueToken(),
      sessionBegan: (token, viewer) => {
        this.#bearer = token;
        this.#personal = true;
        context.viewer = viewer;
      },
    };
    return context;
  }

  #proof(): Buffer {
    return formProof(this.services.settings.secret, this.found.community.id, this.#bearer);
  }

  #issueToken(): string {
    this.#personal = true;
    if (this.#bearer === "") {
      const { visit, cookie } = newVisit();
      this.#bearer = visit;
      this.#cookies.push(cookie);
    }
    return maskProof(this.#proof());
  }

  finish(answer: Response): void {
    for (const cookie of this.#cookies) {
      const name = cookie.split("=", 1)[0] ?? "";
      const replaced = answer.headers.getSetCookie().some((own) => own.startsWith(`${name}=`));
      if (!replaced) answer.headers.append("Set-Cookie", cookie);
    }
    if (answer.status === 503) answer.headers.set("Retry-After", "5");
    if (this.#personal || answer.status >= 400 || !answer.headers.has("Cache-Control")) {
      answer.headers.set("Cache-Control", "no-store");
    }
  }
}

function header(message: IncomingMessage, name: string): string | undefined {
  const value = message.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

function localeOf(url: URL, { community }: Found): Locale {
  const first = url.pathname.split("/", 2)[1];
  return isLocale(first) ? first : (community.languages[0] ?? "uk");
}

/** Everything an anonymous page may depend on. */
function cacheKey({ community }: Found, url: URL, cookies: string): string {
  return [community.id, url.host, url.pathname + url.search, readColourScheme(cookies) ?? ""].join(" ");
}

async function sendCached(
  page: CachedPage,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader("ETag", page.etag);
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  if (message.headers["if-none-match"] === page.etag) {
    response.removeHeader("Content-Security-Policy");
    response.writeHead(304).end();
    return;
  }
  const { body, encoding } = await encodeKept(page.body, page.encoded, message.headers["accept-encoding"], 5);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(page.status).end(body);
}
