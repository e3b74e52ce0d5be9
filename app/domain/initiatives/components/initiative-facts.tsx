import type { ReactNode } from "react";
import type { LocalText } from "~/domain/communities/community";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import type { Theme } from "../initiative";

type Props = {
  passport: {
    number: number;
    theme: Theme;
    district: { code: string; name: LocalText } | null;
    round: { slug: string; title: LocalText };
    placeNote: string;
    costGuess: number | null;
    estimate: { amount: number; basis: string; createdAt: Date } | null;
    authorName: string | null;
    coAuthors: string[];
    versions: number;
    submittedAt: Date;
  };
  versionsHref: string;
};

export function InitiativeFacts({ passport, versionsHref }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, theme, district, round, placeNote, coAuthors, versions } = passport;
  const fact = (label: string, value: ReactNode) => ({ label, value });
  const area = district ? (
    <a href={`/${locale}/districts/${encodeURIComponent(district.code)}`}>
      <Localised text={district.name} label={false} />
    </a>
  ) : (
    t("initiatives.place.whole")
  );
  return (
    <Section title={t("initiatives.facts")} quiet>
      <Facts
        items={[
          fact(t("initiatives.field.number"), format.number(number)),
          fact(t("initiatives.field.cost"), <Cost passport={passport} />),
          fact(t("initiatives.field.place"), placeNote ? <PlaceOf area={area} note={placeNote} /> : area),
          fact(t("initiatives.field.theme"), t(`initiatives.theme.${theme}`)),
          fact(t("initiatives.field.author"), passport.authorName ?? t("initiatives.authorHidden")),
          ...(coAuthors.length > 0 ? [fact(t("initiatives.field.coAuthors"), format.list(coAuthors))] : []),
          fact(
            t("initiatives.field.round"),
            <a href={`/${locale}/rounds/${round.slug}`}>
              <Localised text={round.title} label={false} />
            </a>,
          ),
          fact(t("initiatives.field.submitted"), <Time value={passport.submittedAt} />),
          ...(versions > 1
            ? [
                fact(
                  t("initiatives.field.versions"),
                  <a href={versionsHref}>{t("initiatives.versions.link", { count: versions })}</a>,
                ),
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function PlaceOf({ area, note }: { area: ReactNode; note: string }) {
  return (
    <>
      {note}, {area}
    </>
  );
}

/** The newest cost an office found counts; before that the author's guess, and it says so. */
function Cost({ passport: { estimate, costGuess } }: Pick<Props, "passport">) {
  const t = useT();
  const format = useFormat();
  if (estimate) {
    return (
      <>
        {format.money(estimate.amount)}{" "}
        <span className="quiet">
          {t("initiatives.cost.estimated", { date: format.date(estimate.createdAt) })}
        </span>
        {estimate.basis ? <span className="quiet"> {estimate.basis}</span> : null}
      </>
    );
  }
  if (costGuess === null) return <span className="quiet">{t("initiatives.cost.unknown")}</span>;
  return (
    <>
      {format.money(costGuess)} <span className="quiet">{t("initiatives.cost.guess")}</span>
    </>
  );
}
