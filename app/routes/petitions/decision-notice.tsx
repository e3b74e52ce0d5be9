import type { PetitionState, PetitionStep, RefusalGround } from "~/domain/petitions/petition";
import type { Locale } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { PlainText } from "~/ui/prose";

type Fact = { step: PetitionStep; ground: RefusalGround | null; note: string };

type Props = { state: PetitionState; facts: Fact[]; language: Locale; hidden: boolean };

const DECISIONS = { returned: "return", refused: "refuse", stopped: "stop" } as const;

/** The decision that stands in the petition's way: ground, rule and the moderator's own words, before all else. */
export function DecisionNotice({ state, facts, language, hidden }: Props) {
  const t = useT();
  const step = state in DECISIONS ? DECISIONS[state as keyof typeof DECISIONS] : null;
  const decision = facts.findLast((fact) => fact.step === step);
  if (!decision && !hidden) return null;
  const { ground = null, note = "" } = decision ?? {};
  return (
    <Notice
      tone={state === "refused" ? "error" : "warning"}
      title={decision ? t(`petitions.state.${state}`) : t("filing.own.hidden")}
    >
      {ground ? (
        <>
          <p>
            <strong>{t(`petitions.ground.${ground}`)}</strong>
          </p>
          <p>{t(`petitions.rule.${ground}`)}</p>
        </>
      ) : null}
      {note ? <PlainText text={note} lang={language} /> : null}
      {decision && hidden ? <p>{t("filing.own.hidden")}</p> : null}
    </Notice>
  );
}
