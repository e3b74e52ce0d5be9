import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { useSheetWords } from "~/domain/prioritisation/components/sheet-words";
import { publishRound } from "~/domain/prioritisation/publish-round.server";
import { publishForm } from "~/domain/prioritisation/round-form";
import { setupProblems } from "~/domain/prioritisation/round-setup";
import { roundSheet } from "~/domain/prioritisation/round-sheet";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { Facts } from "~/ui/facts";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { districtNames, frameOf, openRound } from "./open-round.server";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  if (round.publishedAt) throw redirect(`/${asked.locale}/admin/rounds/${round.slug}`);
  return {
    frame: frameOf(round),
    sheet: [...roundSheet(round)],
    problems: setupProblems(round, asked.community.languages, now()),
    districts: await districtNames(asked),
    embedded: asked.embedded,
  };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, publishForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version, embeddedRead } = result.data;
  if (asked.embedded && !embeddedRead) {
    return formFailure([complaint("embeddedRead", "common.embedded.notRead")], result.values);
  }
  const outcome = await publishRound(asked.community, asked.viewer, {
    roundId: round.id,
    version,
    embedded: asked.embedded,
  });
  if (outcome.done) return redirect(`/${asked.locale}/admin/rounds/${round.slug}`);
  return formFailure([complaint("form", `prioritisation.refusal.${outcome.reason}`)], result.values, 409);
});

export const meta = pageMeta((t) => t("prioritisation.setup.toPublish"), { hidden: true });

const STEP_OF = {
  title: "text",
  summary: "text",
  rules: "rules",
  stage: "calendar",
  envelope: "envelopes",
  criterion: "criteria",
};

export default function PublishRound() {
  const t = useT();
  const locale = useLocale();
  const { frame, sheet, problems, districts, embedded } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  const words = useSheetWords(districts);
  const base = `/${locale}/admin/rounds/${frame.slug}`;
  const stepOf = (field: string) => STEP_OF[field.split(".", 1)[0] as keyof typeof STEP_OF];
  return (
    <Page
      title={t("prioritisation.setup.toPublish")}
      caption={<Localised text={frame.title} label={false} />}
      lead={t("prioritisation.setup.publishLead")}
      back={{ href: base }}
      errors={errors}
    >
      <Facts
        items={sheet.map(([field, raw]) => ({
          label: words.label(field),
          value: words.value(field, raw),
          change: { href: `${base}/${stepOf(field)}` },
        }))}
      />
      {problems.length > 0 ? (
        <Notice tone="warning" title={t("prioritisation.setup.notReady")}>
          <ul>
            {problems.map(({ code }) => (
              <li key={code}>{t(`prioritisation.setup.problem.${code}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <PostForm action={`${base}/publish`}>
          <input type="hidden" name="version" value={frame.version} />
          {embedded ? (
            <Checkbox
              name="embeddedRead"
              label={t("common.embedded.read")}
              hint={t("common.embedded.lacks")}
              error={errors.find(({ field }) => field === "embeddedRead")?.message}
            />
          ) : null}
          <Button>{t("prioritisation.setup.publish")}</Button>
        </PostForm>
      )}
    </Page>
  );
}
