import { useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PlainText } from "~/ui/prose";
import type { FormAnswers } from "~/ui/use-form-answers";
import { unpackKeptForm, writtenTexts } from "../kept-form";
import { SignInForm, SignInHelp } from "./sign-in-form";

type Props = { kept: string; answers?: FormAnswers | undefined };

/** Asks a person whose session ended in the middle of a form to sign in, and holds what they wrote (F-25). */
export function SignInAgain({ kept, answers }: Props) {
  const t = useT();
  const form = unpackKeptForm(kept);
  const texts = form ? writtenTexts(form) : [];
  return (
    <Page
      title={t("identity.signIn.againTitle")}
      lead={t("identity.signIn.againLead")}
      errors={answers?.errors}
    >
      {form?.filesLost ? <Notice tone="warning">{t("identity.signIn.filesLost")}</Notice> : null}
      <SignInForm kept={kept} answers={answers} />
      {texts.length > 0 ? (
        <Details summary={t("identity.signIn.written")}>
          {texts.map((text) => (
            <PlainText key={text} text={text} />
          ))}
        </Details>
      ) : null}
      <SignInHelp />
    </Page>
  );
}
