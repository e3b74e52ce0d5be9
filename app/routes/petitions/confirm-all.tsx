import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { confirmSignature } from "~/domain/petitions/confirm-signature.server";
import { confirmOneForm } from "~/domain/petitions/signing-form";
import { findAsking, findWaitingAsking, listWaitingAskings } from "~/domain/petitions/signing-queries.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("signing.waiting.title"), { hidden: true });

/** Where the last letter of a day leads: all that waits for this mailbox, without a flood of letters. */
export const loader = allow("anyone", async ({ community, params, url }) => {
  const asking = await findAsking(community, params.token);
  if (!asking) throw new Response(null, { status: 404 });
  const waiting = await listWaitingAskings(community, asking);
  return {
    waiting: waiting.map(({ number, title, language, name }) => ({ number, title, language, name })),
    self: url.pathname,
  };
});

export const action = allow("anyone", async ({ community, origin, params, form, url }) => {
  const asking = await findAsking(community, params.token);
  if (!asking) throw new Response(null, { status: 404 });
  const result = readForm(form, confirmOneForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const named = await findWaitingAsking(community, asking, result.data.petition);
  if (named) await confirmSignature({ community, origin }, named);
  return redirect(url.pathname, 303);
});

export default function ConfirmAll() {
  const { waiting, self } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  const isEmpty = waiting.length === 0;
  return (
    <Page
      title={t("signing.waiting.title")}
      lead={t(isEmpty ? "signing.waiting.none" : "signing.waiting.lead")}
      errors={errors}
    >
      {waiting.map(({ number, title, language, name }) => (
        <Section key={number} title={<span lang={language}>{title}</span>} quiet>
          <p>{t("signing.waiting.one", { number, name })}</p>
          <ActionButton action={self} values={{ petition: String(number) }}>
            {t("signing.confirm.submit")}
          </ActionButton>
        </Section>
      ))}
    </Page>
  );
}
