import type { LocalText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";

type Props = { slug: string; awaited: { title: LocalText; dueAt: Date | null } };

/** What stands here before the hour: not one number. */
export function NotYet({ slug, awaited: { title, dueAt } }: Props) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const when = dueAt
    ? t("results.page.notYetOn", { when: format.dateTimeZone(dueAt) })
    : t("results.page.notYetAnyDay");
  return (
    <Page title={t("results.page.notYet")} caption={<Localised text={title} />} lead={when}>
      <p>
        <LinkButton href={`/${locale}/rounds/${slug}`} variant="secondary">
          {t("results.page.backToRound")}
        </LinkButton>
      </p>
    </Page>
  );
}
