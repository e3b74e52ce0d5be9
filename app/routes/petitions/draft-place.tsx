import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { findPlaces } from "~/domain/communities/place-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { StreetSearch } from "~/domain/initiatives/components/street-search";
import { PetitionStep } from "~/domain/petitions/components/petition-step";
import { placeForm } from "~/domain/petitions/filing-form";
import { withStep } from "~/domain/petitions/petition-draft";
import { savePetition } from "~/domain/petitions/save-petition.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openPetitionDraft } from "./open-petition-draft.server";
import { PlaceChoice } from "./place-choice";

export const meta = pageMeta((t) => t("filing.submit.step.place"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { community, url } = input;
  const { draft, frame } = await openPetitionDraft(input);
  const { wholeCommunity, districtId, addressee = "" } = draft.answers;
  const districts = await listDistricts(community);
  const street = (url.searchParams.get("street") ?? "").replaceAll("\0", "").toWellFormed().slice(0, 100);
  const chosen = districts.find(({ code }) => code === url.searchParams.get("district"));
  const own = chosen ?? districts.find(({ id }) => id === districtId);
  return {
    frame,
    street,
    found: street.trim() === "" ? null : await findPlaces(community, street),
    districts: districts.map(({ code, name }) => ({ code, name })),
    stored: { where: own ? "district" : wholeCommunity ? "whole" : "", district: own?.code ?? "", addressee },
  };
});

export const action = allow("anyone", async (input) => {
  const { community, form } = input;
  const { resume } = await openPetitionDraft(input);
  const result = readForm(form, placeForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, where, district, addressee } = result.data;
  const wholeCommunity = where === "whole";
  const known = (await listDistricts(community)).find(({ code }) => code === district);
  if (!wholeCommunity && !known)
    return formFailure([complaint("district", "filing.error.districtEmpty")], result.values);
  const answers = { wholeCommunity, districtId: wholeCommunity ? undefined : known?.id, addressee };
  const outcome = await savePetition(community, resume, (was) => withStep(was, "place", answers, seen));
  return afterSave(input, "place", outcome);
});

export default function DraftPlace() {
  const { frame, street, found, districts, stored } = useLoaderData<typeof loader>();
  const answers = useFormAnswers();
  const search = (
    <StreetSearch action={`${frame.base}/place`} street={street} found={found} fromCheck={frame.fromCheck} />
  );
  return (
    <PetitionStep
      frame={frame}
      step="place"
      errors={answers.errors}
      before={districts.length > 0 ? search : undefined}
    >
      <PlaceChoice districts={districts} stored={stored} answers={answers} />
    </PetitionStep>
  );
}
