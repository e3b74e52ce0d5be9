import { useLoaderData } from "@remix-run/react";
import { findDistrictAt, listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { findPlaces } from "~/domain/communities/place-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { DraftStepPage } from "~/domain/initiatives/components/draft-step";
import { PlaceFields } from "~/domain/initiatives/components/place-fields";
import { StreetSearch } from "~/domain/initiatives/components/street-search";
import { placeForm } from "~/domain/initiatives/place-form";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.place"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { community, url } = input;
  const { draft, frame } = await openDraft(input);
  const { wholeCommunity, districtId, placeNote, latitude, longitude } = draft.answers;
  const districts = await listDrawnDistricts(community);
  const street = (url.searchParams.get("street") ?? "").replaceAll("\0", "").toWellFormed().slice(0, 100);
  const chosen = districts.find(({ code }) => code === url.searchParams.get("district"));
  const own = districts.find(({ id }) => id === districtId);
  return {
    frame,
    street,
    found: street.trim() === "" ? null : await findPlaces(community, street),
    districts: districts.map(({ code, name, outline }) => ({ code, name, outline })),
    stored: {
      where: chosen || own ? "district" : wholeCommunity ? "whole" : "",
      district: (chosen ?? own)?.code ?? "",
      placeNote: chosen ? (url.searchParams.get("note") ?? "").slice(0, 200) : (placeNote ?? ""),
      latitude: latitude?.toString() ?? "",
      longitude: longitude?.toString() ?? "",
    },
  };
});

export const action = allow("anyone", async (input) => {
  const { community, form } = input;
  const result = readForm(form, placeForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, where, district, placeNote, latitude, longitude } = result.data;
  const known = (await listDrawnDistricts(community)).find(({ code }) => code === district);
  const pointed =
    latitude !== undefined && longitude !== undefined
      ? await findDistrictAt(community, { latitude, longitude })
      : null;
  const districtId = where === "whole" ? undefined : (known ?? pointed)?.id;
  if (where === "district" && !districtId) {
    const message = district === "" ? "initiatives.error.pointOutside" : "initiatives.error.districtEmpty";
    return formFailure([complaint(district === "" ? "latitude" : "district", message)], result.values);
  }
  const answers = { wholeCommunity: where === "whole", districtId, placeNote, latitude, longitude };
  const outcome = await saveDraft(community, input.params.resume ?? "", { step: "place", answers, seen });
  return afterSave(input, "place", outcome);
});

export default function DraftPlace() {
  const { frame, street, found, districts, stored } = useLoaderData<typeof loader>();
  const t = useT();
  const answers = useFormAnswers();
  return (
    <DraftStepPage
      frame={frame}
      step="place"
      title={t("initiatives.submit.step.place")}
      errors={answers.errors}
      before={
        <StreetSearch
          action={`${frame.base}/place`}
          street={street}
          found={found}
          fromCheck={frame.fromCheck}
        />
      }
    >
      <PlaceFields districts={districts} stored={stored} answers={answers} />
    </DraftStepPage>
  );
}
