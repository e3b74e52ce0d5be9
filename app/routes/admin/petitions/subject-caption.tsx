import { useLocale, useT } from "~/i18n/use-translation";
import type { AnsweredSubject } from "./open-answered.server";

/** Number and title of the petition above the heading; a hidden title stays hidden. */
export function SubjectCaption({ subject: { number, title, language } }: { subject: AnsweredSubject }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {t("answers.write.caption", { number })}
      {": "}
      {title ? (
        <span lang={language === locale ? undefined : language}>{title}</span>
      ) : (
        t("answers.register.hidden")
      )}
    </>
  );
}
