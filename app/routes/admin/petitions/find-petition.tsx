import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { SearchForm } from "~/ui/form";
import { Section } from "~/ui/section";

/** The way to a petition that is answered before the council has to. */
export function FindPetition({ wanted }: { wanted: string | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section title={t("answers.desk.find")} lead={t("answers.desk.findLead")} quiet>
      <SearchForm action={`/${locale}/admin/petition-answers`} label={t("answers.desk.find")}>
        <TextField
          name="number"
          label={t("answers.desk.findNumber")}
          inputMode="numeric"
          width="s"
          defaultValue={wanted ?? undefined}
          error={wanted === null ? undefined : t("answers.desk.notFound")}
        />
        <Button variant="secondary">{t("answers.desk.findButton")}</Button>
      </SearchForm>
    </Section>
  );
}
