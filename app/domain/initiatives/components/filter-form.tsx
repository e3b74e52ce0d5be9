import type { LocalText } from "~/domain/communities/community";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { SearchForm } from "~/ui/form";
import { Select } from "~/ui/select";
import { INITIATIVE_STATES, THEMES } from "../initiative";
import { type InitiativeFilter, WHOLE_COMMUNITY } from "../initiative-filter";

type Props = {
  action: string;
  filter: InitiativeFilter;
  districts: { code: string; name: LocalText }[];
  view: string;
};

/** Search and filters of a list; all of it stands in the address. */
export function FilterForm({ action, filter, districts, view }: Props) {
  const t = useT();
  const locale = useLocale();
  const any = t("initiatives.list.any");
  const areas = districts.map(({ code, name }) => ({ value: code, label: localText(name, locale).text }));
  return (
    <SearchForm action={action} label={t("initiatives.list.search")}>
      <TextField
        name="q"
        label={t("initiatives.list.words")}
        defaultValue={filter.words}
        type="search"
        width="m"
      />
      <Select
        name="district"
        label={t("initiatives.field.district")}
        options={[{ value: WHOLE_COMMUNITY, label: t("initiatives.place.whole") }, ...areas]}
        defaultValue={filter.district}
        emptyLabel={any}
      />
      <Select
        name="theme"
        label={t("initiatives.field.theme")}
        options={THEMES.map((value) => ({ value, label: t(`initiatives.theme.${value}`) }))}
        defaultValue={filter.theme}
        emptyLabel={any}
      />
      <Select
        name="state"
        label={t("initiatives.field.state")}
        options={INITIATIVE_STATES.map((value) => ({ value, label: t(`initiatives.state.${value}`) }))}
        defaultValue={filter.state}
        emptyLabel={any}
      />
      {filter.round ? <input type="hidden" name="round" value={filter.round} /> : null}
      {view ? <input type="hidden" name="view" value={view} /> : null}
      <Button variant="secondary">{t("common.actions.search")}</Button>
    </SearchForm>
  );
}
