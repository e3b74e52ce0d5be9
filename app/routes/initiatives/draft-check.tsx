import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { DraftAnswerList } from "~/domain/initiatives/components/draft-answer-list";
import { DraftPage, LaterLink } from "~/domain/initiatives/components/draft-step";
import { PhotoList } from "~/domain/initiatives/components/photo-list";
import { resumeStep } from "~/domain/initiatives/draft";
import { listDraftPhotos } from "~/domain/initiatives/draft-queries.server";
import { findSubmissionRound } from "~/domain/initiatives/submission-queries.server";
import { submitDraft } from "~/domain/initiatives/submit-draft.server";
import { formatter } from "~/i18n/format";
import { useFormat, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.check"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const { answers } = draft;
  const next = resumeStep(answers);
  if (next !== "check") throw redirect(`${frame.base}/${next}`);
  const districts = answers.districtId ? await listDistricts(input.community) : [];
  const { title, theme, placeNote, latitude, problem, proposal, beneficiaries, costGuess } = answers;
  const { authorName, email, showName, coAuthors } = answers;
  return {
    frame,
    answers: {
      title,
      theme,
      placeNote,
      problem,
      proposal,
      beneficiaries,
      costGuess,
      authorName,
      email,
      showName,
      coAuthors,
    },
    district: districts.find(({ id }) => id === answers.districtId)?.name ?? null,
    hasPoint: latitude !== undefined,
    photos: await listDraftPhotos(input.community, draft.id),
    closesAt: (await findSubmissionRound(input.community, draft.roundId))?.closesAt ?? null,
  };
});

export const action = allow("anyone", async (input) => {
  const { community, form, locale, origin, params, viewer } = input;
  const { draft, frame } = await openDraft(input);
  const result = readForm(form, z.strictObject({}));
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await submitDraft(community, {
    resume: params.resume ?? "",
    viewer,
    language: locale,
    origin,
  });
  if (outcome.done) return redirect(`${frame.base}/submitted`);
  if (outcome.reason === "no_such_draft") throw new Response(null, { status: 404 });
  if (outcome.reason === "incomplete") return redirect(`${frame.base}/${outcome.details?.step}`);
  const round = await findSubmissionRound(community, draft.roundId);
  const format = formatter(locale, community.zone, community.currency);
  const end = outcome.reason === "submission_planned" ? round?.opensAt : round?.closesAt;
  const date = end ? format.dateTimeZone(end) : "";
  return formFailure(
    [complaint("form", `initiatives.error.${outcome.reason}`, { date })],
    result.values,
    409,
  );
});

export default function DraftCheck() {
  const { frame, answers, district, hasPoint, photos, closesAt } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { errors } = useFormAnswers();
  return (
    <DraftPage
      frame={{ ...frame, fromCheck: false }}
      step="check"
      title={t("initiatives.submit.step.check")}
      lead={t("initiatives.submit.checkLead")}
      errors={errors}
    >
      <DraftAnswerList
        base={frame.base}
        answers={answers}
        district={district}
        hasPoint={hasPoint}
        photoCount={photos.length}
      />
      <PhotoList photos={photos} href={(id) => `${frame.base}/photos/${id}`} />
      {closesAt ? <p>{t("initiatives.submit.takenUntil", { date: format.dateTimeZone(closesAt) })}</p> : null}
      <PostForm action={`${frame.base}/check`}>
        <ButtonRow>
          <Button>{t("initiatives.submit.send")}</Button>
          <LaterLink frame={frame} />
        </ButtonRow>
      </PostForm>
    </DraftPage>
  );
}
