import type { ReactNode } from "react";
import type { PetitionRules, RulePart } from "~/domain/petitions/petition-rules";
import { termText } from "~/domain/petitions/rule-lines";
import { useT } from "~/i18n/use-translation";
import { Localised } from "~/ui/localised";
import { Section } from "~/ui/section";

type Props = { rules: PetitionRules };

/** One part of the rules as a short list of sentences, with the act it comes from. */
export function RulePartSection({ part, rules, children }: Props & { part: RulePart; children: ReactNode }) {
  const t = useT();
  const basis = rules.basis[part];
  return (
    <Section title={t(`moderation.public.part.${part}`)}>
      {children}
      <p className="quiet small">
        {basis ? (
          <>
            {t("moderation.public.basis")} <Localised text={basis} />
          </>
        ) : (
          t("moderation.public.noBasis")
        )}
      </p>
    </Section>
  );
}

export function SignerRules({ rules }: Props) {
  const t = useT();
  const { bases, minimumAge, withoutAccount } = rules.signers;
  return (
    <RulePartSection part="signers" rules={rules}>
      <p>{t("moderation.public.whoSigns")}</p>
      <ul>
        {bases.map((basis) => (
          <li key={basis}>{t(`moderation.basis.${basis}`)}</li>
        ))}
      </ul>
      <p>{t("moderation.public.conditions")}</p>
      <ul>
        {minimumAge > 0 ? <li>{t("moderation.public.age", { age: minimumAge })}</li> : null}
        <li>{t(withoutAccount ? "moderation.public.byMail" : "moderation.public.byAccount")}</li>
        <li>{t("moderation.public.once")}</li>
        <li>{t(`moderation.public.names.${rules.names}`)}</li>
      </ul>
    </RulePartSection>
  );
}

export function StartRules({ rules }: Props) {
  const t = useT();
  const term = termText(t, rules.gathering);
  return (
    <RulePartSection part="first_signatories" rules={rules}>
      <p className="measure">
        {rules.firstSignatories > 0
          ? t("moderation.public.first", { count: rules.firstSignatories })
          : t("moderation.public.noFirst")}
        {rules.firstSignatories > 0 ? ` ${t("moderation.public.gathering", { term })}` : null}
      </p>
    </RulePartSection>
  );
}

export function ModerationRules({ rules }: Props) {
  const t = useT();
  return (
    <RulePartSection part="moderation" rules={rules}>
      <p className="measure">{t("moderation.public.moderation", { term: termText(t, rules.moderation) })}</p>
      <ul>
        <li>{t("moderation.public.outcomeOpen")}</li>
        <li>{t("moderation.public.outcomeReturn", { term: termText(t, rules.rework) })}</li>
        <li>{t("moderation.public.outcomeRefuse")}</li>
      </ul>
      <p className="measure">
        {t("moderation.public.review", { term: termText(t, rules.reviewRequest) })}{" "}
        {t("moderation.public.reviewDecision", { term: termText(t, rules.reviewDecision) })}
      </p>
    </RulePartSection>
  );
}

export function CollectionRules({ rules }: Props) {
  const t = useT();
  return (
    <RulePartSection part="collection" rules={rules}>
      <p className="measure">{t("moderation.public.collection", { term: termText(t, rules.collection) })}</p>
      <p className="measure">{t(`moderation.public.ending.${rules.belowThreshold}`)}</p>
      <p className="measure">{t("moderation.public.wipe", { days: rules.retentionDays })}</p>
    </RulePartSection>
  );
}
