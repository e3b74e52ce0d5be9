import { useFormat, useT } from "~/i18n/use-translation";
import { Confirmation } from "~/ui/confirmation";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { Progress } from "~/ui/progress";
import { Section } from "~/ui/section";
import type { SignedPetition } from "../signing-view";
import { PetitionQuoted } from "./petition-quoted";

type Props = {
  petition: SignedPetition;
  /** Address to pass on; none while only the author gives the link away. */
  share: string | null;
  /** Where the signature is taken back; none once that is too late. */
  undo: string | null;
};

/** The answer to a signature. It stays at its address, so that a bookmark leads back to it. */
export function SignatureThanks({ petition, share, undo }: Props) {
  const t = useT();
  const title = t("signing.thanks.title");
  const shareLead = petition.firstNeeded === null ? "signing.thanks.shareLead" : "signing.thanks.shareFirst";
  return (
    <Page title={title} untitled>
      <Confirmation title={title} />
      <PetitionQuoted petition={petition} />
      <Section title={t("signing.thanks.next")} quiet>
        <Ahead petition={petition} />
      </Section>
      {share ? (
        <Section title={t("signing.thanks.share")} lead={t(shareLead)} quiet>
          <p>
            <a className="long-link" href={share}>
              {share}
            </a>
          </p>
        </Section>
      ) : null}
      {undo ? (
        <Section title={t("signing.thanks.undo")} lead={t("signing.thanks.undoLead")} quiet>
          <ActionButton action={undo}>{t("signing.undo.submit")}</ActionButton>
        </Section>
      ) : null}
    </Page>
  );
}

function Ahead({ petition }: { petition: SignedPetition }) {
  const t = useT();
  const format = useFormat();
  const { signatures, goal, firstNeeded, ahead, closesAt } = petition;
  if (firstNeeded !== null)
    return <p className="measure">{t("signing.thanks.first", { count: firstNeeded })}</p>;
  return (
    <>
      <Progress
        value={signatures}
        max={goal}
        label={t("signing.thanks.collected")}
        text={t("signing.thanks.of", { count: format.number(signatures), goal: format.number(goal) })}
      />
      <p className="quiet">{t("signing.thanks.soon")}</p>
      <ul>
        {ahead.map(({ duty, signatures: needed, term }) => (
          <li key={needed}>
            {t("signing.thanks.threshold", {
              signatures: t("petitions.signatures", { count: needed }),
              duty: t(`petitions.duty.${duty}`),
              term: t(`petitions.term.${term.unit}`, { days: term.days }),
            })}
          </li>
        ))}
      </ul>
      {closesAt ? <p>{t("signing.thanks.until", { date: format.deadlineZone(closesAt) })}</p> : null}
    </>
  );
}
