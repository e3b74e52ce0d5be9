import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DemoAccounts } from "~/domain/communities/components/demo-accounts";
import { allow } from "~/domain/identity/allow.server";
import { KeptFormSender } from "~/domain/identity/components/kept-form-sender";
import { SignInAgain } from "~/domain/identity/components/sign-in-again";
import { SignInForm, SignInHelp } from "~/domain/identity/components/sign-in-form";
import { deviceName, readDeviceCookie } from "~/domain/identity/device";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { unpackKeptForm, withoutPasswords } from "~/domain/identity/kept-form";
import { leaveSession } from "~/domain/identity/leave-session.server";
import { localPath } from "~/domain/identity/local-path";
import { sessionHeaders } from "~/domain/identity/session-headers";
import { signIn } from "~/domain/identity/sign-in.server";
import { signInForm } from "~/domain/identity/sign-in-form";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.signIn.title"), { hidden: true });

export const loader = allow("anyone", ({ community, demo, viewer, form, locale, url }) => {
  const next = localPath(url.searchParams.get("next"), "");
  // After the action below this runs too, then with the person and the form that has just come.
  if (viewer.kind === "person" && form.fields.size === 0) throw redirect(next || `/${locale}/account`);
  return { next, demo: demo && community.demo ? community.slug : null };
});

export const action = allow("anyone", async (input) => {
  const { community, origin, form, request, locale, clientAddress } = input;
  const result = readForm(form, signInForm);
  const typed = withoutPasswords(result.values);
  if (!result.ok) return formFailure(result.errors, typed);
  const { email, password, next, kept } = result.data;
  const browser = {
    token: readDeviceCookie(request.headers.get("Cookie") ?? ""),
    name: deviceName(request.headers.get("User-Agent")),
    clientAddress,
  };
  const outcome = await signIn({ community, origin }, { email, password }, browser);
  if (!outcome.done) return formFailure([formRefusal(outcome)], typed, refusalStatus(outcome));
  await leaveSession(community, input.viewer, input.sessionHash);
  const headers = sessionHeaders(outcome.value);
  const keptForm = unpackKeptForm(kept);
  if (!keptForm) return redirect(localPath(next, `/${locale}/account`), { headers });
  input.sessionBegan(outcome.value.session.token, outcome.value.person);
  return data({ keptForm }, { headers });
});

export default function SignIn() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const answers = useFormAnswers();
  if (acted && "keptForm" in acted) return <KeptFormSender form={acted.keptForm} />;
  const kept = answers.text("kept");
  if (kept) return <SignInAgain kept={kept} answers={answers} />;
  return (
    <Page title={t("identity.signIn.title")} errors={answers.errors}>
      <SignInForm next={answers.text("next", loaded.next)} answers={answers} />
      <SignInHelp />
      {loaded.demo ? <DemoAccounts slug={loaded.demo} /> : null}
    </Page>
  );
}
