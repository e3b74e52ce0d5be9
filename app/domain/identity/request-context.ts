import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import type { ParsedForm } from "~/shared/parsed-form";
import type { Viewer } from "./viewer";

/** What the server knows about a request before any loader runs. */
export type RequestContext = {
  community: Community;
  locale: Locale;
  viewer: Viewer;
  form: ParsedForm;
  /** False when the form token is missing or of another session: the act must not happen. */
  formIsOurs: boolean;
  /** Set when the action of this request answered with complaints: the title of the page begins with "Error". */
  formFailed: boolean;
  /** Address of the browser as told by the trusted proxy; used for limits only, never stored in the clear. */
  clientAddress: string;
  /** Scheme and host of this community, without a slash at the end. */
  origin: string;
  /** Hash of the session's token: tells "this device" in the list of sessions. */
  sessionHash: string | null;
  colourScheme: "light" | "dark" | null;
  /** Address of the enhancement script of this build. */
  enhancement: string;
  /** True when the data lies in the embedded database, which lacks what a server has (EM-4). */
  embedded: boolean;
  /** True where the mailbox page and other demonstration aids may be shown. */
  demo: boolean;
  /** The hidden value of a form; asking for it makes the answer personal (uncached, with a visit cookie). */
  formToken(): string;
  /** Tells that this very request began a session: the rest of its answer belongs to that person (C-1). */
  sessionBegan(token: string, viewer: Viewer): void;
};
