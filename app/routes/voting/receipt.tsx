import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { receiptForm } from "~/domain/voting/ballot-form";
import { isReceiptRecorded } from "~/domain/voting/ballot-queries.server";
import { groupedReceipt, readReceipt } from "~/domain/voting/receipt";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openVote } from "./open-ballot.server";

export const loader = allow("anyone", async ({ community, params }) => {
  const { slug, title } = await openVote({ community, params });
  return { slug, title };
});

/** A lookup, sent as a form so that the code stands in no address and no log. */
export const action = allow("anyone", async ({ community, params, form }) => {
  const { roundId } = await openVote({ community, params });
  const result = readForm(form, receiptForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const code = readReceipt(result.data.code);
  if (!code) return formFailure([complaint("code", "voting.receipt.notACode")], result.values);
  return { code: groupedReceipt(code), recorded: await isReceiptRecorded(community, roundId, code) };
});

export const meta = pageMeta((t) => t("voting.receipt.title"), { hidden: true });

export default function ReceiptCheck() {
  const t = useT();
  const locale = useLocale();
  const { slug, title } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { errors, error, text } = useFormAnswers();
  const answer = given && "recorded" in given ? given : null;
  return (
    <Page
      title={t("voting.receipt.title")}
      caption={<Localised text={title} />}
      lead={t("voting.receipt.lead")}
      back={{ href: `/${locale}/rounds/${slug}`, label: t("voting.ballot.round") }}
      errors={errors}
    >
      {answer ? (
        <Notice
          live
          tone={answer.recorded ? "success" : "warning"}
          title={t(answer.recorded ? "voting.receipt.yes" : "voting.receipt.no", { code: answer.code })}
        >
          {t(answer.recorded ? "voting.receipt.yesMeans" : "voting.receipt.noMeans")}
        </Notice>
      ) : null}
      <PostForm action={`/${locale}/rounds/${slug}/receipt`}>
        <TextField
          name="code"
          label={t("voting.receipt.code")}
          hint={t("voting.receipt.hint")}
          defaultValue={answer?.code ?? text("code")}
          error={error("code")}
          width="m"
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{t("voting.receipt.check")}</Button>
      </PostForm>
    </Page>
  );
}
