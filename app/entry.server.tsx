import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { log } from "~/platform/log.server";
import { FormTokenProvider } from "~/ui/form-token";

/** Renders the whole document at once: no page defers data, and one string is what the cache keeps. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Response {
  const html = renderToString(
    <FormTokenProvider issue={() => context.formToken()}>
      <RemixServer context={remixContext} url={request.url} />
    </FormTokenProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!doctype html>${html}`, { status, headers });
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error({ err: error, method: request.method }, "a page failed");
}
