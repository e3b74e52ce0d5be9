import type { AuthorActs as Acts } from "~/domain/petitions/author";
import { useT } from "~/i18n/use-translation";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Section } from "~/ui/section";

type Props = {
  /** Address of the author's page, under which the acts stand. */
  base: string;
  acts: Acts;
  /** The public page, where there is one. */
  page: string | null;
};

/** What the author may do now, the likeliest first; nothing when there is nothing. */
export function AuthorActs({ base, acts: { mayRework, mayAskReview, mayWithdraw }, page }: Props) {
  const t = useT();
  if (!mayRework && !mayAskReview && !mayWithdraw && !page) return null;
  return (
    <Section title={t("filing.own.acts")}>
      <ButtonRow>
        {mayRework ? <LinkButton href={`${base}/rework`}>{t("filing.own.rework")}</LinkButton> : null}
        {mayAskReview ? <LinkButton href={`${base}/review`}>{t("filing.own.review")}</LinkButton> : null}
        {page ? (
          <LinkButton href={page} variant="secondary">
            {t("filing.own.page")}
          </LinkButton>
        ) : null}
        {mayWithdraw ? <a href={`${base}/withdraw`}>{t("filing.own.withdraw")}</a> : null}
      </ButtonRow>
    </Section>
  );
}
