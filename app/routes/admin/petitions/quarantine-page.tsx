import { shortHash } from "~/domain/petitions/suspicion";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { ButtonRow } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { EffectTable } from "./effect-table";
import type { OpenedQuarantine } from "./open-quarantine.server";
import { QuarantineState } from "./quarantine-state";

/** One quarantine: what it marks, how it stands, and what the second person may do. */
export function QuarantinePage({ opened }: { opened: OpenedQuarantine }) {
  const t = useT();
  const locale = useLocale();
  const { petition, quarantine, effect, districts, mayRead } = opened;
  const { errors } = useFormAnswers();
  const list = `/${locale}/admin/petitions/${petition.number}/quarantines`;
  const base = `${list}/${quarantine.id}`;
  return (
    <Page
      title={quarantine.cause}
      caption={t("integrity.quarantine.caption", { number: petition.number })}
      status={<QuarantineState {...quarantine} />}
      back={{ href: list }}
      errors={errors}
    >
      <WhoAndWhat opened={opened} />
      {effect ? <EffectTable effect={effect} districts={districts} /> : null}
      <Acts opened={opened} base={base} />
      {mayRead ? (
        <Section title={t("integrity.names.title")} lead={t("integrity.names.lead")} quiet>
          <ActionButton action={`${base}/names`}>{t("integrity.names.show")}</ActionButton>
        </Section>
      ) : null}
    </Page>
  );
}

function WhoAndWhat({ opened: { quarantine, districts } }: { opened: OpenedQuarantine }) {
  const t = useT();
  const format = useFormat();
  const { criteria, proposer, proposedAt, decider, decidedAt, decision } = quarantine;
  const instant = (text: string | undefined) => (text ? format.dateTimeZone(new Date(text)) : undefined);
  const district = districts.find(({ id }) => id === criteria.districtId)?.name;
  const decided = decision && decidedAt ? { decision, at: format.dateTimeZone(decidedAt) } : null;
  return (
    <Facts
      items={[
        {
          label: t(decision ? "integrity.quarantine.outNow" : "integrity.quarantine.signatures"),
          value: format.number(quarantine.signatures),
        },
        ...(criteria.networkHash
          ? [{ label: t("integrity.burst.network"), value: <code>{shortHash(criteria.networkHash)}</code> }]
          : []),
        ...(criteria.from ? [{ label: t("integrity.suspicion.from"), value: instant(criteria.from) }] : []),
        { label: t("integrity.suspicion.to"), value: instant(criteria.to) },
        ...(district
          ? [{ label: t("integrity.suspicion.district"), value: <Localised text={district} label={false} /> }]
          : []),
        {
          label: t("integrity.quarantine.proposedBy"),
          value: `${proposer ?? "–"}, ${format.dateTimeZone(proposedAt)}`,
        },
        ...(decided
          ? [
              {
                label: t(`integrity.quarantine.decidedBy.${decided.decision}`),
                value: decided.decision === "restored" ? decided.at : `${decider ?? "–"}, ${decided.at}`,
              },
            ]
          : []),
      ]}
    />
  );
}

function Acts({ opened, base }: { opened: OpenedQuarantine; base: string }) {
  const t = useT();
  const { quarantine, mayDecide, mayRestore, isOwnAnnulment } = opened;
  if (mayDecide) {
    return (
      <Section title={t("integrity.decide.title")} lead={t("integrity.decide.lead")}>
        <ButtonRow>
          <ActionButton action={`${base}/annul`} variant="danger">
            {t("integrity.decide.annul")}
          </ActionButton>
          <ActionButton action={`${base}/release`}>{t("integrity.decide.release")}</ActionButton>
        </ButtonRow>
      </Section>
    );
  }
  if (mayRestore) {
    return (
      <Section title={t("integrity.decide.restoreTitle")} lead={t("integrity.decide.restoreLead")}>
        <ActionButton action={`${base}/restore`}>{t("integrity.decide.restore")}</ActionButton>
      </Section>
    );
  }
  if (quarantine.decision === null && quarantine.isMine)
    return <Notice title={t("integrity.decide.waits")}>{t("integrity.decide.waitsHint")}</Notice>;
  if (isOwnAnnulment) return <Notice title={t("integrity.decide.ownAnnulment")} />;
  return null;
}
