import { useLocale, useT } from "~/i18n/use-translation";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { useFormAnswers } from "~/ui/use-form-answers";
import type { SigningView } from "../signing-view";
import { NotCounted } from "./not-counted";
import { PetitionQuoted } from "./petition-quoted";
import { SignByAccount } from "./sign-by-account";
import { SignByMail } from "./sign-by-mail";
import { SignatureThanks } from "./signature-thanks";
import { SigningStopped } from "./signing-stopped";
import { UnpublishedText } from "./unpublished-text";

/** Signing on one page: the form, or what stands in its way, or the thanks. */
export function SigningPage({ view }: { view: SigningView }) {
  const t = useT();
  const answers = useFormAnswers();
  const { petition, stop, account, undo, share, questions } = view;
  const own = account?.own ?? "none";
  if (own === "signed")
    return <SignatureThanks petition={petition} share={share} undo={stop ? null : undo} />;
  if (own === "removed") return <NotCounted petition={petition} own={own} />;
  if (stop) return <SigningStopped petition={petition} stop={stop} />;
  const { firstNeeded } = petition;
  return (
    <Page
      title={t(firstNeeded === null ? "signing.title" : "signing.firstTitle")}
      lead={firstNeeded === null ? null : t("signing.firstLead", { count: firstNeeded })}
      errors={answers.errors}
    >
      <PetitionQuoted petition={petition} />
      <UnpublishedText petition={petition} />
      {own === "taken_back" ? <Notice>{t("signing.own.taken_back.lead")}</Notice> : null}
      {account ? <SignByAccount view={view} account={account} answers={answers} /> : null}
      {!account && questions.withoutAccount ? <SignByMail view={view} answers={answers} /> : null}
      {!account && !questions.withoutAccount ? <AccountOnly self={view.self} /> : null}
    </Page>
  );
}

function AccountOnly({ self }: { self: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <p className="measure">{t("signing.accountOnly")}</p>
      <ButtonRow>
        <LinkButton href={`/${locale}/sign-in?next=${encodeURIComponent(self)}`}>
          {t("identity.signIn.submit")}
        </LinkButton>
        <LinkButton href={`/${locale}/sign-up`} variant="secondary">
          {t("identity.signUp.submit")}
        </LinkButton>
      </ButtonRow>
    </>
  );
}
