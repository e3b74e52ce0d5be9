import { type LocalText, localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";

type Props = {
  text: LocalText;
  /** `false` leaves out "Only in Ukrainian", for links and tables. */
  label?: boolean | undefined;
};

/** A text of the community in the reader's language, or marked as being in another one. */
export function Localised({ text, label = true }: Props) {
  const t = useT();
  const shown = localText(text, useLocale());
  if (!shown.foreign) return <>{shown.text}</>;
  return (
    <>
      <span lang={shown.lang}>{shown.text}</span>
      {label ? <span className="only-in"> ({t(`common.language.only.${shown.lang}`)})</span> : null}
    </>
  );
}
