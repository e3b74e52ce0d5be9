import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { NewPasswordField } from "~/domain/identity/components/new-password-field";
import { ResidenceFields } from "~/domain/identity/components/residence-fields";
import { formRefusal, refusalStatus } from "~/domain/identity/form-refusal";
import { withoutPasswords } from "~/domain/identity/kept-form";
import { signUp } from "~/domain/identity/sign-up.server";
import { signUpForm } from "~/domain/identity/sign-up-form";
import { Message } from "~/i18n/message";
import { useLocale, useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { type FormAnswers, useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("identity.signUp.title"));

export const loader = allow("anyone", async ({ community, viewer, locale }) => {
  if (viewer.kind === "person") throw redirect(`/${locale}/account`);
  const districts = await listDistricts(community);
  return { districts: districts.map(({ id, name }) => ({ id, name })) };
});

export const action = allow("anyone", async ({ community, origin, form, locale, clientAddress }) => {
  const result = readForm(form, signUpForm);
  const typed = withoutPasswords(result.values);
  if (!result.ok) return formFailure(result.errors, typed);
  const outcome = await signUp({ community, origin }, result.data, { language: locale, clientAddress });
  if (!outcome.done) return formFailure([formRefusal(outcome)], typed, refusalStatus(outcome));
  return redirect(`/${locale}/sign-up/sent`);
});

export default function SignUp() {
  const t = useT();
  const locale = useLocale();
  const { districts } = useLoaderData<typeof loader>();
  const answers = useFormAnswers();
  return (
    <Page title={t("identity.signUp.title")} lead={t("identity.signUp.lead")} errors={answers.errors}>
      <PostForm action={`/${locale}/sign-up`}>
        <Section title={t("identity.signUp.you")} quiet>
          <AboutYou answers={answers} />
        </Section>
        <Section title={t("identity.signUp.home")} quiet>
          <ResidenceFields districts={districts} answers={answers} />
        </Section>
        <Button>{t("identity.signUp.submit")}</Button>
      </PostForm>
      <p>
        <Message
          id="identity.signUp.haveAccount"
          tags={{ link: (text) => <a href={`/${locale}/sign-in`}>{text}</a> }}
        />
      </p>
    </Page>
  );
}

function AboutYou({ answers: { text, error } }: { answers: FormAnswers }) {
  const t = useT();
  return (
    <>
      <TextField
        name="name"
        label={t("identity.field.name")}
        hint={t("identity.field.nameHint")}
        autoComplete="name"
        width="m"
        defaultValue={text("name")}
        error={error("name")}
      />
      <TextField
        name="email"
        type="email"
        label={t("identity.field.email")}
        hint={t("identity.field.emailHint")}
        autoComplete="username"
        spellCheck={false}
        width="m"
        defaultValue={text("email")}
        error={error("email")}
      />
      <NewPasswordField label={t("identity.field.password")} error={error("password")} />
      <DateField
        name="bornOn"
        label={t("identity.field.bornOn")}
        hint={t("identity.field.bornOnHint")}
        autoComplete="bday"
        optional
        defaultValue={text("bornOn")}
        error={error("bornOn")}
      />
    </>
  );
}
