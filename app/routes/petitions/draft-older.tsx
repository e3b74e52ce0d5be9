import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { TextChange } from "~/domain/initiatives/components/text-change";
import { textDifference } from "~/domain/initiatives/text-difference";
import { answersOf, type PetitionAnswers, withOlder } from "~/domain/petitions/petition-draft";
import { savePetition } from "~/domain/petitions/save-petition.server";
import { localText } from "~/i18n/local-text";
import type { T } from "~/i18n/translate";
import { useT } from "~/i18n/use-translation";
import { ButtonRow, LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { openPetitionDraft } from "./open-petition-draft.server";

export const meta = pageMeta((t) => t("initiatives.older.title"), { hidden: true });

/** Two windows had saved different answers to one step: the newest is kept, the older one offered (F-26). */
export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  const { replaced } = draft.answers;
  if (!replaced) throw redirect(frame.base);
  const { step, answers: older } = replaced;
  const districts = await listDistricts(input.community);
  const names = new Map(districts.map(({ id, name }) => [id, localText(name, input.locale).text]));
  const before = inWords(older, input.t, names);
  const after = inWords(answersOf(step, draft.answers), input.t, names);
  const changes = [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, pieces: textDifference(before.get(field) ?? "", after.get(field) ?? "") }))
    .filter(({ pieces }) => pieces.some(({ kind }) => kind !== "same"));
  return { base: frame.base, step, changes };
});

export const action = allow("anyone", async (input) => {
  const { frame, resume } = await openPetitionDraft(input);
  await savePetition(input.community, resume, withOlder);
  return redirect(`${frame.base}/older`);
});

function inWords(
  answers: Partial<PetitionAnswers>,
  t: T,
  districts: Map<string, string>,
): Map<string, string> {
  const { title, demand, grounds, wholeCommunity, districtId = "", addressee, authorName, email } = answers;
  const place = districts.get(districtId) ?? (wholeCommunity ? t("filing.place.whole") : undefined);
  const to = addressee && t(`filing.addressee.${addressee}`);
  const words = { title, demand, grounds, place, addressee: to, authorName, email };
  return new Map(Object.entries(words).flatMap(([field, text]) => (text ? [[field, text]] : [])));
}

export default function DraftOlder() {
  const { base, step, changes } = useLoaderData<typeof loader>();
  const t = useT();
  const { errors } = useFormAnswers();
  return (
    <Page title={t("initiatives.older.title")} lead={t("initiatives.older.lead")} errors={errors}>
      {changes.map(({ field, pieces }) => (
        <Section
          key={field}
          title={t("initiatives.older.field", { step: t(`filing.submit.step.${step}`) })}
          quiet
        >
          <TextChange pieces={pieces} />
        </Section>
      ))}
      <ButtonRow>
        <LinkButton href={base}>{t("initiatives.older.keep")}</LinkButton>
        <ActionButton action={`${base}/older`}>{t("initiatives.older.restore")}</ActionButton>
      </ButtonRow>
    </Page>
  );
}
