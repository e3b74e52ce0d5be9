import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { changeResidence } from "~/domain/identity/change-residence.server";
import { ResidenceFields } from "~/domain/identity/components/residence-fields";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { localPath } from "~/domain/identity/local-path";
import { homeOf, residenceForm } from "~/domain/identity/residence-form";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.residence.title"), { hidden: true });

export const loader = allow("person", async ({ community, viewer: { residence }, url }) => {
  const districts = await listDistricts(community);
  return {
    next: localPath(url.searchParams.get("next"), ""),
    districts: districts.map(({ id, name }) => ({ id, name })),
    stored: residence ? { district: residence.districtId, basis: residence.basis } : undefined,
  };
});

export const action = allow("person", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, residenceForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const outcome = await changeResidence(community, viewer, homeOf(result.data));
  if (!outcome.done) return formFailure([formRefusal(outcome)], result.values, refusalStatus(outcome));
  return redirect(localPath(result.data.next, `/${locale}/account`));
});

export default function ResidencePage() {
  const t = useT();
  const locale = useLocale();
  const { next, districts, stored } = useLoaderData<typeof loader>();
  const answers = useFormAnswers();
  const back = answers.text("next", next);
  return (
    <Page
      title={t("identity.residence.title")}
      lead={t("identity.residence.lead")}
      back={{ href: `/${locale}/account` }}
      errors={answers.errors}
    >
      <PostForm action={`/${locale}/account/residence`}>
        {back ? <input type="hidden" name="next" value={back} /> : null}
        <ResidenceFields districts={districts} answers={answers} stored={stored} />
        <Button>{t("common.actions.save")}</Button>
      </PostForm>
    </Page>
  );
}
