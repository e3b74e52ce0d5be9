import type { ReactNode } from "react";
import type { LocalText } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import type { MessageKey } from "~/i18n/messages";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { PlainText } from "~/ui/prose";
import type { DraftAnswers, DraftStep } from "../draft";

type Shown =
  | "title"
  | "theme"
  | "placeNote"
  | "problem"
  | "proposal"
  | "beneficiaries"
  | "costGuess"
  | "authorName"
  | "email"
  | "showName"
  | "coAuthors";

type Props = {
  base: string;
  answers: { [Field in Shown]: DraftAnswers[Field] | undefined };
  district: LocalText | null;
  hasPoint: boolean;
  photoCount: number;
};

/** All answers with the way to change each; what was left out says so. */
export function DraftAnswerList({ base, answers, district, hasPoint, photoCount }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { title, theme, placeNote, problem, proposal, beneficiaries, costGuess } = answers;
  const { authorName, email, showName, coAuthors = [] } = answers;
  const line = (label: MessageKey, value: ReactNode, step: DraftStep) => ({
    label: t(label),
    value: value === "" || value === null ? undefined : value,
    change: { href: `${base}/${step}?back=check` },
  });
  const point = hasPoint ? [t("initiatives.place.pointSet")] : [];
  const place = [
    district ? localText(district, locale).text : t("initiatives.place.whole"),
    placeNote,
    ...point,
  ];
  return (
    <Facts
      items={[
        line("initiatives.field.title", title, "title"),
        line("initiatives.field.theme", theme && t(`initiatives.theme.${theme}`), "title"),
        line("initiatives.field.place", place.filter(Boolean).join(", "), "place"),
        line("initiatives.field.problem", <PlainText text={problem ?? ""} />, "text"),
        line("initiatives.field.proposal", <PlainText text={proposal ?? ""} />, "text"),
        line("initiatives.field.beneficiaries", <PlainText text={beneficiaries ?? ""} />, "text"),
        line("initiatives.field.cost", costGuess === undefined ? "" : format.money(costGuess), "cost"),
        line("initiatives.field.photos", photoCount === 0 ? "" : format.number(photoCount), "photos"),
        line("initiatives.field.authorName", authorName, "contact"),
        line("initiatives.field.showName", t(showName ? "common.answer.yes" : "common.answer.no"), "contact"),
        line("initiatives.field.email", email, "contact"),
        line("initiatives.field.coAuthors", coAuthors.join(", "), "contact"),
      ]}
    />
  );
}
