import { useLocale, useT } from "~/i18n/use-translation";
import { Button, LinkButton } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import type { FormAnswers } from "~/ui/use-form-answers";
import type { AccountSigner, SigningView } from "../signing-view";
import { SigningChoices } from "./signing-choices";

type Props = { view: SigningView; account: AccountSigner; answers: FormAnswers };

/** One button; or which condition is not met, and where that can be mended. */
export function SignByAccount({ view, account, answers }: Props) {
  const t = useT();
  if (account.refusal) return <CannotSign view={view} refusal={account.refusal} />;
  return (
    <PostForm action={`${view.self}/account`}>
      <p>{t("signing.signAs", { name: account.name })}</p>
      <SigningChoices questions={view.questions} answers={answers} />
      <Button>{t("signing.submit")}</Button>
    </PostForm>
  );
}

type Refusal = NonNullable<AccountSigner["refusal"]>;

function CannotSign({ view, refusal }: { view: SigningView; refusal: Refusal }) {
  const t = useT();
  const locale = useLocale();
  const residence = `/${locale}/account/residence?next=${encodeURIComponent(view.self)}`;
  const { minimumAge, bases } = view.questions;
  const { sentence, mend } = {
    residence_missing: {
      sentence: t("signing.cannot.residence_missing"),
      mend: { href: residence, label: t("signing.cannot.tellResidence") },
    },
    basis_not_admitted: {
      sentence: t("signing.cannot.basis_not_admitted"),
      mend: { href: residence, label: t("signing.cannot.changeResidence") },
    },
    birth_date_unknown: {
      sentence: t("signing.cannot.birth_date_unknown", { age: minimumAge }),
      mend: { href: `/${locale}/account/details`, label: t("signing.cannot.tellBirthDate") },
    },
    too_young: { sentence: t("signing.cannot.too_young", { age: minimumAge }), mend: null },
    account_needed: { sentence: t("signing.accountOnly"), mend: null },
  }[refusal];
  return (
    <>
      <Notice tone="warning" title={t("signing.cannot.title")}>
        <p>{sentence}</p>
        {refusal === "basis_not_admitted" ? (
          <ul>
            {bases.map((basis) => (
              <li key={basis}>{t(`identity.basisName.${basis}`)}</li>
            ))}
          </ul>
        ) : null}
      </Notice>
      {mend ? <LinkButton href={mend.href}>{mend.label}</LinkButton> : null}
    </>
  );
}
