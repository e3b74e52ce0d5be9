import { SignatureProgress } from "~/domain/petitions/components/signature-progress";
import { useFormat, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import type { PetitionPage } from "./load-petition.server";

type Props = { page: PetitionPage; sign: string | null };

/** How far the petition is and the one thing to do. The script renews the numbers while it is open. */
export function PetitionBox({ page, sign }: Props) {
  const t = useT();
  const format = useFormat();
  const { number, closesAt, progress, rules, now } = page;
  const how = rules.signers.withoutAccount ? "mail" : "account";
  return (
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
  );
}
