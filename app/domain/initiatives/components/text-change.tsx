import { useT } from "~/i18n/use-translation";
import type { Piece } from "../text-difference";

/** A text with what went and what came; the words say it to those who do not see the marks. */
export function TextChange({ pieces, lang }: { pieces: Piece[]; lang?: string | undefined }) {
  const t = useT();
  return (
    <p className="text-change" lang={lang}>
      {pieces.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={key}>
            <span className="visually-hidden">{t(`initiatives.versions.${kind}`)} </span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
