import { SignatureProgress } from "~/domain/petitions/components/signature-progress";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import type { PetitionPage } from "./load-petition.server";

type Props = { page: PetitionPage; sign: string | null };

/** How far the petition is and the one thing to do, then its facts. The script renews the numbers while it is open. */
export function PetitionBox({ page, sign }: Props) {
  const t = useT();
  const format = useFormat();
  const { number, openedAt, closesAt, progress, rules, now } = page;
  const how = rules.signers.withoutAccount ? "mail" : "account";
  return (
    <>
      {openedAt ? (
        <div
          className="petition-box"
          data-enhance={sign ? "signature-count" : undefined}
          data-address={`/petitions/${number}/count.json`}
          data-closes={closesAt?.toISOString()}
          data-goal={progress.goal}
          data-reached={t("petitions.progress.reached")}
        >
          <SignatureProgress progress={progress} />
          {sign && closesAt ? (
            <>
              <p className="quiet">{format.daysLeft(closesAt, now)}</p>
              <p className="wide-only">
                <LinkButton href={sign}>{t("petitions.page.sign")}</LinkButton>
              </p>
              <p className="small quiet">{t(`petitions.page.signHow.${how}`)}</p>
            </>
          ) : null}
        </div>
      ) : null}
      <PetitionFactList page={page} />
    </>
  );
}

function PetitionFactList({ page }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { number, openedAt, closesAt, closedAt, district, rules } = page;
  const base = `/${locale}/petitions`;
  const place = district ? (
    <a href={`/${locale}/districts/${encodeURIComponent(district.code)}`}>
      <Localised text={district.name} label={false} />
    </a>
  ) : (
    t("petitions.whole")
  );
  const end = closedAt
    ? { label: t("petitions.page.fact.closed"), value: <Time value={closedAt} /> }
    : closesAt && { label: t("petitions.page.fact.closes"), value: format.deadlineZone(closesAt) };
  const names = openedAt && rules.names !== "hidden";
  return (
    <Section title={t("petitions.page.facts")} quiet>
      <Facts
        items={[
          { label: t("petitions.page.fact.addressee"), value: page.addressee },
          { label: t("petitions.page.fact.place"), value: place },
          { label: t("petitions.page.fact.author"), value: page.authorName },
          openedAt
            ? { label: t("petitions.page.fact.opened"), value: <Time value={openedAt} /> }
            : { label: t("petitions.page.fact.filed"), value: <Time value={page.filedAt} /> },
          ...(end ? [end] : []),
          ...(names
            ? [
                {
                  label: t("petitions.page.fact.names"),
                  value: <a href={`${base}/${number}/signers`}>{t("petitions.page.fact.namesLink")}</a>,
                },
              ]
            : []),
          {
            label: t("petitions.page.fact.basis"),
            value: <a href={`${base}/rules`}>{t("petitions.list.rules")}</a>,
          },
        ]}
      />
    </Section>
  );
}
