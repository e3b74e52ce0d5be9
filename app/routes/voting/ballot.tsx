import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { chooseForm } from "~/domain/voting/ballot-form";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { BallotPage } from "./ballot-page";
import { openBallot } from "./open-ballot.server";

export const loader = allow("resident", async (asked) => ({
  ...(await openBallot(asked)),
  currency: asked.community.currency,
}));

/** The ballot again with what is ticked: counted by the server, nothing checked, nothing stored. */
export const action = allow("resident", ({ form }) => {
  const result = readForm(form, chooseForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  return { chosen: result.data.choices };
});

export const meta = pageMeta((t) => t("voting.ballot.title"), { hidden: true });

export default function Ballot() {
  const t = useT();
  const open = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { errors } = useFormAnswers();
  const chosen = given && "chosen" in given ? given.chosen : [];
  const status = given && "chosen" in given ? t("voting.ballot.recounted") : undefined;
  return <BallotPage open={open} chosen={new Set(chosen)} errors={errors} counted={status} />;
}
