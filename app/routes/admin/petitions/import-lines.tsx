import { HOLIDAY_COUNTRIES, type HolidayCountry } from "~/domain/communities/usual-holidays";
import { type Locale, localeNames } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow, LinkButton } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";

type Props = { year: number; country: HolidayCountry | null; lines: string; languages: readonly Locale[] };

/** Many days at once as lines; the usual holidays of a country only fill the field, a person confirms them. */
export function ImportLines({ year, country, lines, languages }: Props) {
  const t = useT();
  const locale = useLocale();
  const { text, error } = useFormAnswers();
  const base = `/${locale}/admin/calendar`;
  const names = languages.map((language) => localeNames[language]).join("; ");
  return (
    <Section
      title={t("moderation.calendar.importTitle")}
      id="import"
      lead={t("moderation.calendar.importLead")}
    >
      <ButtonRow>
        {HOLIDAY_COUNTRIES.map((each) => (
          <LinkButton key={each} href={`${base}?year=${year}&usual=${each}#import`} variant="secondary">
            {t(`moderation.calendar.usual.${each}`, { year: String(year) })}
          </LinkButton>
        ))}
      </ButtonRow>
      {country ? <p className="measure">{t("moderation.calendar.usualShown")}</p> : null}
      <PostForm action={`${base}/import`}>
        <TextArea
          name="lines"
          label={t("moderation.calendar.lines")}
          hint={
            <>
              <code>{`${year}-01-01;holiday;…`}</code>
              {" · "}
              {t("moderation.calendar.linesHint", { names })}
            </>
          }
          rows={10}
          defaultValue={text("lines", lines)}
          error={error("lines")}
          spellCheck={false}
        />
        <ButtonRow>
          <Button>{t("moderation.calendar.import")}</Button>
        </ButtonRow>
      </PostForm>
    </Section>
  );
}
