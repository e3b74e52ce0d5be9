import { NotCounted } from "~/domain/petitions/components/not-counted";
import { PetitionQuoted } from "~/domain/petitions/components/petition-quoted";
import { SignatureThanks } from "~/domain/petitions/components/signature-thanks";
import { SigningStopped } from "~/domain/petitions/components/signing-stopped";
import { UnpublishedText } from "~/domain/petitions/components/unpublished-text";
import { useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { AskingView } from "./load-asking.server";

/** The page behind a mail link, as its signature stands. */
export function ConfirmStates({ view }: { view: AskingView }) {
  const t = useT();
  const { petition, own, stop, isOver, self, share } = view;
  if (own === "signed")
    return <SignatureThanks petition={petition} share={share} undo={stop ? null : `${self}/undo`} />;
  if (own === "removed") return <NotCounted petition={petition} own={own} />;
  if (stop) return <SigningStopped petition={petition} stop={stop} />;
  if (own === "taken_back") {
    return (
      <NotCounted petition={petition} own={own}>
        <ActionButton action={self} variant="primary">
          {t("signing.again")}
        </ActionButton>
      </NotCounted>
    );
  }
  return isOver ? <Over view={view} /> : <Question view={view} />;
}

function Question({ view }: { view: AskingView }) {
  const t = useT();
  const { petition, name, showName, self } = view;
  return (
    <Page title={t("signing.confirm.title")}>
      <PetitionQuoted petition={petition} />
      <UnpublishedText petition={petition} />
      <p className="measure">{t(showName ? "signing.confirm.shown" : "signing.confirm.hidden", { name })}</p>
      <ActionButton action={self} variant="primary">
        {t("signing.confirm.submit")}
      </ActionButton>
      <Section title={t("identity.confirm.notMeTitle")} lead={t("signing.confirm.notMe")} quiet>
        <ActionButton action={`${self}/not-me`}>{t("identity.confirm.notMeSubmit")}</ActionButton>
      </Section>
    </Page>
  );
}

function Over({ view: { petition, page } }: { view: AskingView }) {
  const t = useT();
  return (
    <Page title={t("signing.confirm.overTitle")} lead={t("signing.confirm.over")}>
      <PetitionQuoted petition={petition} />
      {page ? (
        <LinkButton href={`${page}/sign`}>{t("signing.confirm.askAgain")}</LinkButton>
      ) : (
        <p className="measure">{t("signing.confirm.askAuthor")}</p>
      )}
    </Page>
  );
}
