import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { PhotoList } from "~/domain/initiatives/components/photo-list";
import { listDraftPhotos } from "~/domain/initiatives/draft-queries.server";
import { removePhoto } from "~/domain/initiatives/remove-photo.server";
import { useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.photos.removeTitle"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const photo = (await listDraftPhotos(input.community, draft.id)).find(
    ({ id }) => id === input.params.photo,
  );
  if (!photo) throw redirect(`${frame.base}/photos`);
  return { frame, photo };
});

export const action = allow("anyone", async (input) => {
  const { frame } = await openDraft(input);
  await removePhoto(input.community, input.params.resume ?? "", input.params.photo ?? "");
  return redirect(`${frame.base}/photos`);
});

export default function DraftPhotoRemove() {
  const { frame, photo } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  const own = `${frame.base}/photos/${photo.id}`;
  return (
    <Page title={t("initiatives.photos.removeTitle")} back={{ href: `${frame.base}/photos` }} errors={errors}>
      <PhotoList photos={[photo]} href={() => own} />
      <ActionButton action={`${own}/remove`} variant="danger">
        {t("initiatives.photos.remove")}
      </ActionButton>
    </Page>
  );
}
