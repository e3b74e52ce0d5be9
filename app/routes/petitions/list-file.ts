import { allow, type Handled } from "~/domain/identity/allow.server";
import { PETITION_COLUMNS, petitionCells } from "~/domain/petitions/petition-columns";
import { readPetitionFilter } from "~/domain/petitions/petition-filter";
import { listPetitions, type PetitionRow } from "~/domain/petitions/petition-list-queries.server";
import { petitionAddresses } from "~/domain/petitions/petition-record";
import { csv } from "~/domain/results/csv.server";
import { localText } from "~/i18n/local-text";
import { isLocale, type Locale } from "~/i18n/locales";
import { type Paged, readPage } from "~/shared/paging";
import { publicJson } from "./public-json.server";

/** Rows of one file; the next ones have an address of their own, said in the `Link` header (SC-11). */
const ROWS = 500;

/** `/petitions.csv?state=open&lang=uk&for=excel` and `/petitions.json`: the list as it is narrowed, page by page. */
export const loader = allow("anyone", async (asked) => {
  const { community, url } = asked;
  const filter = readPetitionFilter(url.searchParams, "all");
  const list = await listPetitions(community, filter, readPage(url.searchParams, ROWS));
  const more = linkToNext(url, list);
  return url.pathname.endsWith(".json") ? jsonAnswer(asked, list, more) : csvAnswer(asked, list.rows, more);
});

type Asked = Pick<Handled<"anyone">, "url" | "locale" | "origin" | "community">;
type List = Paged<PetitionRow>;

function linkToNext(url: URL, { page, pages }: List): Record<string, string> {
  if (page >= pages) return {};
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  return { Link: `<${next.pathname}${next.search}>; rel="next"` };
}

function jsonAnswer({ origin }: Asked, { rows, total, page, pages }: List, more: Record<string, string>) {
  const petitions = rows.map(({ number, title, state, language, district, progress, ground, ...row }) => ({
    ...{ number, title, state, language, ground },
    district: district?.code ?? null,
    signatures: progress.signatures,
    goal: progress.goal,
    left: progress.left,
    isAnswered: row.isAnswered,
    openedAt: row.openedAt,
    closesAt: row.closesAt,
    addresses: petitionAddresses({ origin, number }, language),
  }));
  return publicJson({ total, page, pages, petitions }, more);
}

function csvAnswer({ url, locale, origin }: Asked, rows: PetitionRow[], more: Record<string, string>) {
  const asked = url.searchParams.get("lang") ?? "";
  const language: Locale = isLocale(asked) ? asked : locale;
  const style = url.searchParams.get("for") === "excel" ? "excel" : "plain";
  const cells = rows.map((row) =>
    petitionCells({
      ...row,
      district: row.district ? localText(row.district.name, language).text : "",
      address: petitionAddresses({ origin, number: row.number }, language).page,
    }),
  );
  return new Response(csv(PETITION_COLUMNS, cells, style), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Cache-Control": "public, max-age=10",
      "Content-Disposition": 'attachment; filename="petitions.csv"',
      ...more,
    },
  });
}
