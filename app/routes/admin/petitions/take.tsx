import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { takeForm } from "~/domain/petitions/decision-form";
import { takePetition } from "~/domain/petitions/take-petition.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { Desk } from "./desk";
import { deskOf, openModerated } from "./open-moderated.server";

export const meta = pageMeta((t) => t("moderation.desk.take"), { hidden: true });

export const loader = allow("moderator", async (asked) => {
  const opened = await openModerated(asked);
  return { number: opened.petition.number, title: opened.petition.title, desk: deskOf(opened) };
});

export const action = allow("moderator", async (asked) => {
  const { community, viewer, form, locale } = asked;
  const { petition } = await openModerated(asked);
  const result = readForm(form, takeForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const from = result.data.from === "" ? null : result.data.from;
  const outcome = await takePetition(community, viewer, { petitionId: petition.id, from });
  if (outcome.done) return redirect(`/${locale}/admin/petitions/${petition.number}`);
  return formFailure([complaint("form", "moderation.refusal.held")], result.values, 409);
});

/** Reached when another moderator was quicker: who has it, and the button to take it over. */
export default function Take() {
  const t = useT();
  const locale = useLocale();
  const { number, title, desk } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  return (
    <Page
      title={title}
      caption={t("moderation.petition.caption", { number })}
      back={{ href: `/${locale}/admin/petitions/${number}` }}
      errors={errors}
    >
      <Desk number={number} desk={desk} />
    </Page>
  );
}
