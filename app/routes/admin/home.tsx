import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { holds, type Role } from "~/domain/identity/viewer";
import { listAwaitedDraws } from "~/domain/voting/draw-queries.server";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

/** Pages for staff, and who may open each; the pages themselves check it again. */
const PAGES = [
  { page: "rounds", path: "/admin/rounds", roles: ["administrator"] },
  { page: "moderation", path: "/admin/moderation", roles: ["moderator"] },
  { page: "petitions", path: "/admin/petitions", roles: ["moderator"] },
  { page: "petitionAnswers", path: "/admin/petition-answers", roles: ["clerk"] },
  { page: "petitionRules", path: "/admin/petition-rules", roles: ["administrator"] },
  { page: "calendar", path: "/admin/calendar", roles: ["administrator"] },
  { page: "signingLimits", path: "/admin/signing-limits", roles: ["administrator"] },
  { page: "assistedReport", path: "/admin/assisted-signing", roles: ["administrator"] },
  { page: "petitionSheets", path: "/admin/petition-sheets", roles: ["clerk"] },
  { page: "desk", path: "/desk/petitions", roles: ["consultant"] },
  { page: "members", path: "/admin/members", roles: ["administrator"] },
  { page: "districts", path: "/admin/districts", roles: ["administrator"] },
] as const satisfies readonly { page: string; path: string; roles: readonly Role[] }[];

export const meta = pageMeta((t) => t("admin.home.title"), { hidden: true });

export const loader = allow("person", async ({ community, viewer, embedded }) => {
  if (viewer.roles.length === 0) throw new Response(null, { status: 403 });
  const mine = PAGES.filter(({ roles }) => roles.some((role) => viewer.roles.includes(role)));
  const draws = holds(viewer, "administrator") ? await listAwaitedDraws(community) : [];
  return { embedded, draws, pages: mine.map(({ page, path }) => ({ page, path })) };
});

export default function StaffHome() {
  const t = useT();
  const locale = useLocale();
  const { embedded, draws, pages } = useLoaderData<typeof loader>();
  return (
    <Page title={t("admin.home.title")} lead={t("admin.home.lead")}>
      {draws.length > 0 ? (
        <Notice tone="warning" title={t("prioritisation.draw.admin.task")}>
          <ul className="plain">
            {draws.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/${locale}/admin/rounds/${slug}/draw`}>
                  {t("prioritisation.draw.admin.enterFor", { round: localText(title, locale).text })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {pages.map(({ page, path }) => (
        <Section key={page} title={<a href={`/${locale}${path}`}>{t(`admin.home.${page}`)}</a>} quiet>
          <p>{t(`admin.home.${page}Hint`)}</p>
        </Section>
      ))}
      {embedded ? (
        <Notice tone="warning" title={t("common.embedded.title")}>
          <p>{t("common.embedded.lacks")}</p>
        </Notice>
      ) : null}
    </Page>
  );
}
