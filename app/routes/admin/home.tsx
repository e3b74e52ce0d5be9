import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import type { Role } from "~/domain/identity/viewer";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

/** Pages for staff, and who may open each; the pages themselves check it again. */
const PAGES = [
  { page: "rounds", path: "/admin/rounds", roles: ["administrator"] },
  { page: "moderation", path: "/admin/moderation", roles: ["moderator"] },
  { page: "members", path: "/admin/members", roles: ["administrator"] },
  { page: "districts", path: "/admin/districts", roles: ["administrator"] },
] as const satisfies readonly { page: string; path: string; roles: readonly Role[] }[];

export const meta = pageMeta((t) => t("admin.home.title"), { hidden: true });

export const loader = allow("person", ({ viewer, embedded }) => {
  if (viewer.roles.length === 0) throw new Response(null, { status: 403 });
  const mine = PAGES.filter(({ roles }) => roles.some((role) => viewer.roles.includes(role)));
  return { embedded, pages: mine.map(({ page, path }) => ({ page, path })) };
});

export default function StaffHome() {
  const t = useT();
  const locale = useLocale();
  const { embedded, pages } = useLoaderData<typeof loader>();
  return (
    <Page title={t("admin.home.title")} lead={t("admin.home.lead")}>
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
