import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { versionForm } from "~/domain/prioritisation/round-form";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { frameOf, openRound, saveStep } from "./open-round.server";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const found = round.criteria.find(({ number }) => String(number) === asked.params["number"]);
  if (!found) throw new Response(null, { status: 404 });
  return { frame: frameOf(round), criterion: found };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, versionForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const criteria = round.criteria.filter(({ number }) => String(number) !== asked.params["number"]);
  return await saveStep(
    asked,
    round,
    { ...result.data, reason: "" },
    result.values,
    { criteria },
    "/criteria",
  );
});

export const meta = pageMeta((t) => t("prioritisation.field.removeCriterion"), { hidden: true });

/** Reached when the removal was refused, or by its address: what it is about, and the button once more. */
export default function RemoveCriterion() {
  const t = useT();
  const locale = useLocale();
  const { frame, criterion } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const base = `/${locale}/admin/rounds/${frame.slug}/criteria`;
  return (
    <Page
      title={t("prioritisation.field.removeCriterion")}
      caption={<Localised text={frame.title} label={false} />}
      lead={<Localised text={criterion.question} />}
      back={{ href: base }}
      errors={errors}
    >
      <ActionButton
        action={`${base}/${criterion.number}/remove`}
        values={{ version: String(frame.version) }}
        variant="danger"
      >
        {t("common.actions.delete")}
      </ActionButton>
    </Page>
  );
}
