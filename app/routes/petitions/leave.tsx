import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { findFollowed } from "~/domain/petitions/follower-queries.server";
import { leavePetition } from "~/domain/petitions/leave-petition.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { LinkButton } from "~/ui/button";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("answers.leave.title"), { hidden: true });

/**
 * Mail scanners open links: opening changes nothing, only the button does (S-25, R-12). A link of nobody, or of
 * somebody who has left, is not found; the page says so kindly.
 */
export const loader = allow("anyone", async ({ community, params, url }) => {
  const followed = await findFollowed(community, params.token);
  return data({ followed, self: url.pathname }, { status: followed ? 200 : 404 });
});

export const action = allow("anyone", async ({ community, params, url }) => {
  await leavePetition(community, params.token);
  return redirect(url.pathname, 303);
});

export default function Leave() {
  const t = useT();
  const locale = useLocale();
  const { followed, self } = useLoaderData<typeof loader>();
  if (!followed)
    return (
      <Page title={t("answers.leave.goneTitle")} lead={t("answers.leave.gone")}>
        <LinkButton href={`/${locale}/petitions`} variant="secondary">
          {t("answers.leave.petitions")}
        </LinkButton>
      </Page>
    );
  const { number, title, language } = followed;
  return (
    <Page
      title={t("answers.leave.title")}
      caption={t("answers.write.caption", { number })}
      lead={t("answers.leave.lead")}
    >
      {title ? (
        <p lang={language === locale ? undefined : language}>
          <strong>{title}</strong>
        </p>
      ) : null}
      <p>{t("answers.leave.note")}</p>
      <ActionButton action={self} variant="primary">
        {t("answers.leave.button")}
      </ActionButton>
    </Page>
  );
}
