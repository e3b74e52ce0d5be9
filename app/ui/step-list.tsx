import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";

type Step = {
  label: string;
  href?: string | undefined;
  state: "done" | "current" | "later";
  when?: ReactNode;
  children?: ReactNode;
};

/** Stages of a process or steps of a long form, with what is behind and what is ahead. */
export function StepList({ steps, label }: { steps: Step[]; label?: string | undefined }) {
  const t = useT();
  return (
    <ol className="timeline" aria-label={label ?? t("common.steps.label")}>
      {steps.map(({ label: name, href, state, when, children }) => (
        <li key={name} className={`is-${state}`} aria-current={state === "current" ? "step" : undefined}>
          <p className="timeline-title">
            {href ? <a href={href}>{name}</a> : name}
            <span className="visually-hidden"> – {t(`common.steps.${state}`)}</span>
          </p>
          {when ? <p className="timeline-when">{when}</p> : null}
          {children}
        </li>
      ))}
    </ol>
  );
}

/** "Step 2 of 7", for the caption of a page. */
export function StepCount({ step, steps }: { step: number; steps: number }) {
  const t = useT();
  return <>{t("common.steps.of", { step, steps })}</>;
}
