import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { attachPhoto } from "~/domain/initiatives/attach-photo.server";
import { DraftPage, LaterLink } from "~/domain/initiatives/components/draft-step";
import { PhotoList } from "~/domain/initiatives/components/photo-list";
import { LIMITS, photoForm } from "~/domain/initiatives/draft-form";
import { listDraftPhotos } from "~/domain/initiatives/draft-queries.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from "~/platform/image.server";
import { Button, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { PostForm } from "~/ui/form";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { nextStep, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.photos"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const photos = await listDraftPhotos(input.community, draft.id);
  return { frame, photos, accept: PHOTO_TYPES, maxBytes: MAX_PHOTO_BYTES };
});

/** With a chosen photo it is added and the page comes back for the next one; without one the draft goes on. */
export const action = allow("anyone", async (input) => {
  const { community, form, url, params } = input;
  const { frame } = await openDraft(input);
  const file = form.files.find(({ field }) => field === "photo");
  const result = readForm(form, photoForm);
  if (!file) {
    const described =
      result.ok || typeof result.values.description !== "string" ? result.values.description : "";
    if (!described) return redirect(nextStep(frame.base, url, "photos"));
    return formFailure([complaint("photo", "initiatives.error.photoMissing")], result.values);
  }
  if (!result.ok) return formFailure(result.errors, result.values);
  const { description } = result.data;
  const photo = { bytes: file.bytes, fileName: file.name, description };
  const outcome = await attachPhoto(community, params.resume ?? "", photo);
  if (outcome.done) return redirect(`${frame.base}/photos${url.search}`);
  if (outcome.reason === "no_such_draft") throw new Response(null, { status: 404 });
  if (outcome.reason === "already_submitted") return redirect(`${frame.base}/submitted`);
  return formFailure(
    [complaint("photo", `initiatives.error.${outcome.reason}`, outcome.details)],
    result.values,
  );
});

export default function DraftPhotos() {
  const { frame, photos, accept, maxBytes } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors, error, text } = useFormAnswers();
  const query = frame.fromCheck ? "?back=check" : "";
  const counted = t("initiatives.photos.count", { count: photos.length, maximum: LIMITS.photos });
  return (
    <DraftPage
      frame={frame}
      step="photos"
      title={t("initiatives.submit.step.photos")}
      lead={t("initiatives.submit.photosLead")}
      errors={errors}
    >
      <p role="status">{counted}</p>
      <PhotoList
        photos={photos}
        href={(id) => `${frame.base}/photos/${id}`}
        removeHref={(id) => `${frame.base}/photos/${id}/remove`}
      />
      <PostForm action={`${frame.base}/photos${query}`} upload>
        {photos.length < LIMITS.photos ? (
          <>
            <FileField
              name="photo"
              label={t("initiatives.field.photo")}
              hint={t("initiatives.field.photoHint")}
              accept={accept}
              maxBytes={maxBytes}
              error={error("photo")}
              optional
            />
            <TextField
              name="description"
              label={t("initiatives.field.photoDescription")}
              hint={t("initiatives.field.photoDescriptionHint")}
              defaultValue={text("description")}
              error={error("description")}
              maxLength={LIMITS.photoDescription}
            />
          </>
        ) : null}
        <ButtonRow>
          <Button>{t("common.actions.continue")}</Button>
          <LaterLink frame={frame} />
        </ButtonRow>
      </PostForm>
    </DraftPage>
  );
}
