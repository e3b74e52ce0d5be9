import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { SearchForm } from "~/ui/form";

type Props = {
  /** What was searched for. */
  typed?: string | undefined;
  /** A street that exists here. */
  example?: string | null | undefined;
  error?: string | undefined;
};

/** The box that leads from a street or village to its district. Its answer is a page with an address. */
export function PlaceFinder({ typed, example, error }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <SearchForm action={`/${locale}/districts`} label={t("communities.finder.label")}>
      <TextField
        name="street"
        type="search"
        label={t("communities.finder.label")}
        hint={example ? t("communities.finder.hint", { example }) : undefined}
        error={error}
        defaultValue={typed}
        maxLength={100}
        autoComplete="address-line1"
        spellCheck={false}
      />
      <Button>{t("communities.finder.find")}</Button>
    </SearchForm>
  );
}
