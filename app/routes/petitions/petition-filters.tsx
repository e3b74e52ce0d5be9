import type { LocalText } from "~/domain/communities/community";
import { type PetitionFilter, WHOLE_COMMUNITY } from "~/domain/petitions/petition-filter";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { SearchForm } from "~/ui/form";
import { Select } from "~/ui/select";

type Props = { action: string; filter: PetitionFilter; districts: { code: string; name: LocalText }[] };

/** Words and district of a list; both stand in its address. A search looks at petitions of every standing. */
export function PetitionFilters({ action, filter, districts }: Props) {
  const t = useT();
  const locale = useLocale();
  const areas = districts.map(({ code, name }) => ({ value: code, label: localText(name, locale).text }));
  return (
    <SearchForm action={action} label={t("petitions.list.search")}>
      <TextField
        name="q"
        label={t("petitions.list.words")}
        defaultValue={filter.words}
        type="search"
        width="m"
      />
      {areas.length > 0 ? (
        <Select
          name="district"
          label={t("petitions.list.district")}
          options={[{ value: WHOLE_COMMUNITY, label: t("petitions.whole") }, ...areas]}
          defaultValue={filter.district}
          emptyLabel={t("petitions.list.any")}
        />
      ) : null}
      <Button variant="secondary">{t("common.actions.search")}</Button>
    </SearchForm>
  );
}
