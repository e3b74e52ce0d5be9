import type { ModerationStep } from "~/domain/petitions/moderation";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { ButtonRow, LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";

type Props = {
  number: number;
  desk: {
    acts: ModerationStep[];
    awaits: boolean;
    isOwn: boolean;
    /** The refusal under review is the reader's own. */
    mayNotReview: boolean;
    lock: { personId: string; name: string; until: Date; mine: boolean } | null;
  };
};

/** What is decided once and needs the petition taken on; the other steps are at hand all the time. */
const DECIDING: readonly ModerationStep[] = ["open", "return", "refuse", "restore", "reject_review"];

/** Who has the petition open, and the steps that are possible now. */
export function Desk({ number, desk }: Props) {
  const t = useT();
  const { acts, awaits, isOwn, mayNotReview, lock } = desk;
  const deciding = acts.filter((step) => DECIDING.includes(step));
  const others = acts.filter((step) => !DECIDING.includes(step));
  return (
    <Section title={t("moderation.desk.title")}>
      {isOwn ? (
        <Notice tone="warning" title={t("moderation.refusal.own_petition")}>
          {t("moderation.desk.own")}
        </Notice>
      ) : null}
      {mayNotReview ? (
        <Notice tone="warning" title={t("moderation.refusal.own_refusal")}>
          {t("moderation.desk.ownRefusal")}
        </Notice>
      ) : null}
      {awaits && deciding.length > 0 ? <Deciding number={number} lock={lock} steps={deciding} /> : null}
      {others.length > 0 ? <Steps number={number} steps={others} /> : null}
      {acts.length === 0 && !isOwn && !mayNotReview ? <p>{t("moderation.desk.nothing")}</p> : null}
    </Section>
  );
}

function Deciding({
  number,
  lock,
  steps,
}: {
  number: number;
  lock: Props["desk"]["lock"];
  steps: ModerationStep[];
}) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const take = `/${locale}/admin/petitions/${number}/take`;
  if (!lock) {
    return (
      <>
        <p className="measure">{t("moderation.desk.free")}</p>
        <ActionButton action={take} values={{ from: "" }} variant="primary">
          {t("moderation.desk.take")}
        </ActionButton>
      </>
    );
  }
  if (!lock.mine) {
    return (
      <Notice
        tone="warning"
        title={t("moderation.desk.heldBy", { name: lock.name, time: format.time(lock.until) })}
      >
        <p>{t("moderation.desk.takeOverHint")}</p>
        <ActionButton action={take} values={{ from: lock.personId }}>
          {t("moderation.desk.takeOver")}
        </ActionButton>
      </Notice>
    );
  }
  return (
    <>
      <p className="measure">{t("moderation.desk.yours", { time: format.time(lock.until) })}</p>
      <Steps number={number} steps={steps} primary={steps[0]} />
    </>
  );
}

type StepsProps = { number: number; steps: ModerationStep[]; primary?: ModerationStep | undefined };

function Steps({ number, steps, primary }: StepsProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <ButtonRow>
      {steps.map((step) => (
        <LinkButton
          key={step}
          href={`/${locale}/admin/petitions/${number}/decisions/${step}`}
          variant={step === primary ? "primary" : "secondary"}
        >
          {t(`moderation.step.${step}.link`)}
        </LinkButton>
      ))}
    </ButtonRow>
  );
}
