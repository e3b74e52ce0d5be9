import type { RefusalGround } from "~/domain/petitions/petition";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

/** What stays public of a hidden text: its number, the ground and the rule. */
export function HiddenPetition({ number, ground }: { number: number; ground: RefusalGround | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page
      title={t("petitions.number", { number })}
      lead={t("petitions.page.hidden.lead")}
      breadcrumbs={[{ href: `/${locale}/petitions`, label: t("petitions.list.title") }]}
    >
      {ground ? (
        <Notice tone="warning" title={t("petitions.page.hidden.ground")}>
          <p>
            <strong>{t(`petitions.ground.${ground}`)}</strong>
          </p>
          <p>{t(`petitions.rule.${ground}`)}</p>
        </Notice>
      ) : null}
    </Page>
  );
}
