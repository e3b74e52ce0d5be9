import type { LocalText } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { SearchForm } from "~/ui/form";

type Found = { name: string; district: { code: string; name: LocalText } };

type Props = {
  action: string;
  street: string;
  /** Null before anything was searched for. */
  found: Found[] | null;
  fromCheck: boolean;
};

/** Finds the district by a street or village. Choosing a line fills the form below; it works without scripts. */
export function StreetSearch({ action, street, found, fromCheck }: Props) {
  const t = useT();
  return (
    <>
      <SearchForm action={action} label={t("initiatives.place.search")}>
        {fromCheck ? <input type="hidden" name="back" value="check" /> : null}
        <TextField
          name="street"
          label={t("initiatives.place.street")}
          hint={t("initiatives.place.streetHint")}
          defaultValue={street}
          type="search"
          width="m"
        />
        <Button variant="secondary">{t("initiatives.place.find")}</Button>
      </SearchForm>
      {found ? <Results action={action} found={found} street={street} fromCheck={fromCheck} /> : null}
    </>
  );
}

function Results({ action, found, street, fromCheck }: Omit<Props, "found"> & { found: Found[] }) {
  const t = useT();
  const locale = useLocale();
  if (found.length === 0) return <p>{t("initiatives.place.notFound", { street })}</p>;
  return (
    <>
      <p id="found">{t("initiatives.place.found", { count: found.length })}</p>
      <ul aria-labelledby="found">
        {found.map(({ name, district }) => {
          const search = new URLSearchParams({
            district: district.code,
            note: name,
            ...(fromCheck && { back: "check" }),
          });
          return (
            <li key={`${district.code} ${name}`}>
              <a href={`${action}?${search}#where`}>{name}</a>, {localText(district.name, locale).text}
            </li>
          );
        })}
      </ul>
    </>
  );
}
