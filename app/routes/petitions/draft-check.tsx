import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { PetitionFacts } from "~/domain/petitions/components/petition-facts";
import { PetitionStep } from "~/domain/petitions/components/petition-step";
import { filePetition } from "~/domain/petitions/file-petition.server";
import { decideFiling } from "~/domain/petitions/petition-draft";
import { findPetitionRules } from "~/domain/petitions/rules-queries.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openPetitionDraft } from "./open-petition-draft.server";

export const meta = pageMeta((t) => t("filing.submit.step.check"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  const complete = decideFiling(draft.answers);
  if (!complete.done) throw redirect(`${frame.base}/${complete.details?.step}`);
  const { title, demand, grounds, addressee, districtId, authorName, email } = complete.value;
  const districts = districtId ? await listDistricts(input.community) : [];
  const district = districts.find(({ id }) => id === districtId)?.name ?? null;
  const { rules } = await findPetitionRules(input.community);
  return {
    frame,
    petition: {
      title,
      demand,
      grounds,
      addressee: input.t(`filing.addressee.${addressee}`),
      district,
      authorName,
      email,
    },
    firstSignatories: rules.firstSignatories,
  };
});

export const action = allow("anyone", async (input) => {
  const { community, form, origin, viewer } = input;
  const { frame, resume } = await openPetitionDraft(input);
  const result = readForm(form, z.strictObject({}));
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await filePetition(community, { resume, viewer, origin });
  if (outcome.done) return redirect(`${frame.base}/filed`);
  if (outcome.reason === "no_such_draft") throw new Response(null, { status: 404 });
  return redirect(`${frame.base}/${outcome.details?.step}`);
});

export default function DraftCheck() {
  const { frame, petition, firstSignatories } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  return (
    <PetitionStep
      frame={{ ...frame, fromCheck: false }}
      step="check"
      lead={t("filing.submit.checkLead")}
      errors={errors}
      continueLabel={t("filing.submit.send")}
      before={<PetitionFacts petition={petition} base={frame.base} />}
    >
      {firstSignatories > 0 ? <p>{t("filing.submit.checkGather", { count: firstSignatories })}</p> : null}
    </PetitionStep>
  );
}
