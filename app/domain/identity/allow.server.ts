import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { T } from "~/i18n/translate";
import { translator } from "~/i18n/translate";
import { isDatabaseBusy } from "~/platform/connection-pool.server";
import { expiredForm, isFormFailure } from "~/platform/form.server";
import { keepForm, packKeptForm } from "./kept-form";
import type { RequestContext } from "./request-context";
import type {
  Administrator,
  Clerk,
  CommissionMember,
  Consultant,
  Moderator,
  Person,
  Resident,
  Reviewer,
  Role,
  Viewer,
} from "./viewer";
import { holds } from "./viewer";

/** Who may call a loader or action, and the proof its handler gets. */
type Proofs = {
  anyone: Viewer;
  person: Person;
  resident: Resident;
  consultant: Consultant;
  clerk: Clerk;
  reviewer: Reviewer;
  commission_member: CommissionMember;
  moderator: Moderator;
  administrator: Administrator;
};
export type Audience = keyof Proofs;

export type Handled<A extends Audience> = Omit<RequestContext, "viewer"> & {
  viewer: Proofs[A];
  t: T;
  request: Request;
  url: URL;
  params: Readonly<Record<string, string | undefined>>;
};

type Guarded<R> = ((args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<R>) & { audience: Audience };

/**
 * The only way to write a loader or action: it denies by default (S-1). A guest is sent to sign in and back,
 * a person without a residence to tell it, anybody else gets 403.
 */
export function allow<A extends Audience, R>(
  audience: A,
  handler: (input: Handled<A>) => R | Promise<R>,
): Guarded<R> {
  const guarded = async ({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) => {
    const viewer = prove(audience, context, request);
    if (!isRead(request) && !context.formIsOurs) {
      context.formFailed = true;
      // Pages read a failed form with `useFormFailure`, whatever their own action returns.
      return expiredForm(context.form) as R;
    }
    const url = new URL(request.url);
    try {
      const t = translator(context.locale);
      const answer = await handler({ ...context, viewer, t, request, url, params });
      if (!isRead(request) && isFormFailure(answer)) context.formFailed = true;
      return answer;
    } catch (error) {
      throw isDatabaseBusy(error) ? new Response(null, { status: 503 }) : error;
    }
  };
  return Object.assign(guarded, { audience });
}

function prove<A extends Audience>(audience: A, context: RequestContext, request: Request): Proofs[A] {
  const { viewer, locale } = context;
  if (audience === "anyone") return viewer as Proofs[A];
  if (viewer.kind === "guest") throw signInFirst(context, request);
  const next = encodeURIComponent(returnPath(request));
  if (audience === "resident" && !viewer.residence)
    throw redirect(`/${locale}/account/residence?next=${next}`);
  if (audience === "person" || audience === "resident" || holds(viewer, audience as Role))
    return viewer as Proofs[A];
  throw new Response("forbidden", { status: 403 });
}

/**
 * A guest who only reads comes back to the page after signing in. A guest who sends a form had a session when
 * the page was opened: what they wrote goes with them, in the page that asks to sign in again (F-25).
 */
function signInFirst({ locale, form }: RequestContext, request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const kept = isRead(request) ? null : keepForm(form, pathname + search);
  if (kept) return Response.json({ keptForm: packKeptForm(kept) }, { status: 403 });
  return redirect(`/${locale}/sign-in?next=${encodeURIComponent(returnPath(request))}`);
}

/** After sign-in a person returns to a page; the address of a POST is not one. */
function returnPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return isRead(request) ? pathname + search : pathname;
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}
