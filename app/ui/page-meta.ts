import type { MetaDescriptor, UIMatch } from "@remix-run/react";
import type { Locale } from "~/i18n/locales";
import { type T, translator } from "~/i18n/translate";
import { pageTitle } from "./page-title";

type Site = { locale: Locale; community: { name: string }; formFailed?: boolean };
type Args<Data> = { data: Data | undefined; matches: readonly Pick<UIMatch, "id" | "data">[] };
type Options = {
  /** For personal pages and addresses that are keys: search engines stay out. */
  hidden?: boolean;
};

/**
 * The `meta` of a page: `export const meta = pageMeta((t) => t("…"))`. The name of the community follows the
 * title; `data` is what the page's loader gave, missing when it failed.
 */
export function pageMeta<Data = unknown>(
  title: (t: T, data: Data | undefined) => string,
  { hidden }: Options = {},
) {
  return ({ data, matches }: Args<Data>): MetaDescriptor[] => {
    const site = matches.find(({ id }) => id === "root")?.data as Site | undefined;
    if (!site) return [];
    const t = translator(site.locale);
    return [
      { title: pageTitle(t, title(t, data), site.community.name, site.formFailed) },
      ...(hidden ? [{ name: "robots", content: "noindex" }] : []),
    ];
  };
}
