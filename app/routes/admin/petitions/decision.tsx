import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { decisionForm } from "~/domain/petitions/decision-form";
import { formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { DecisionPage } from "./decision-page";
import { openDecision, previewOf } from "./open-decision.server";

export const meta = pageMeta((t) => t("moderation.decision.title"), { hidden: true });

export const loader = allow("moderator", async (asked) => (await openDecision(asked)).shown);

/** Changes nothing: shows the letter that the author would get, with the button that sends it. */
export const action = allow("moderator", async (asked) => {
  const opened = await openDecision(asked);
  const result = readForm(asked.form, decisionForm(opened.step));
  if (!result.ok) return formFailure(result.errors, result.values);
  return { letter: await previewOf(asked, opened, result.data), values: result.values, errors: [] };
});

export default function Decision() {
  return <DecisionPage shown={useLoaderData<typeof loader>()} />;
}
