import type { T } from "~/i18n/translate";

/** The text of `<title>`; `failed` announces a refused form before anything else is read out. */
export function pageTitle(t: T, title: string, community: string, failed = false): string {
  const full = title === community ? title : `${title} – ${community}`;
  return failed ? t("common.errors.pageTitle", { title: full }) : full;
}
