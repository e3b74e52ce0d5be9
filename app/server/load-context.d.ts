import "@remix-run/node";
import type { RequestContext } from "~/domain/identity/request-context";

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
}
