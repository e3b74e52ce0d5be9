import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addCalendarDays } from "~/domain/communities/add-calendar-days.server";
import { calendarDayForm, dayOf } from "~/domain/communities/calendar-form";
import { calendarLines, DAY_KINDS, dayFault } from "~/domain/communities/calendar-lines";
import { listCalendarDays } from "~/domain/communities/calendar-queries.server";
import { HOLIDAY_COUNTRIES, usualHolidays } from "~/domain/communities/usual-holidays";
import { allow } from "~/domain/identity/allow.server";
import { localeNames } from "~/i18n/locales";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Button, ButtonRow } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Radios } from "~/ui/radios";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { CalendarDays } from "./calendar-days";
import { ImportLines } from "./import-lines";

export const meta = pageMeta((t) => t("moderation.calendar.title"), { hidden: true });

export const loader = allow("administrator", async ({ community, url }) => {
  const thisYear = now().getUTCFullYear();
  const asked = url.searchParams.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? Number(asked) : thisYear;
  const country = HOLIDAY_COUNTRIES.find((known) => known === url.searchParams.get("usual")) ?? null;
  const days = await listCalendarDays(community, year);
  const known = new Set(days.map(({ day }) => day));
  const proposed = country ? usualHolidays(country, year).filter(({ day }) => !known.has(day)) : [];
  return {
    year,
    years: [thisYear - 1, thisYear, thisYear + 1, thisYear + 2],
    days,
    country,
    lines: calendarLines(proposed, community.languages),
    languages: community.languages,
  };
});

export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, calendarDayForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const day = dayOf(result.data, community.languages);
  const fault = dayFault(day);
  if (fault) {
    const field = fault === "name" ? `name_${community.languages[0]}` : "day";
    return formFailure([complaint(field, `moderation.calendar.fault.${fault}`)], result.values);
  }
  await addCalendarDays(community, viewer.id, [day]);
  return redirect(`/${locale}/admin/calendar?year=${day.day.slice(0, 4)}`);
});

export default function CalendarPage() {
  const t = useT();
  const locale = useLocale();
  const { year, years, days, country, lines, languages } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  return (
    <Page
      title={t("moderation.calendar.title")}
      lead={t("moderation.calendar.lead")}
      back={{ href: `/${locale}/admin` }}
      errors={errors}
    >
      <p className="measure">{t("moderation.calendar.used")}</p>
      <Notice title={t("moderation.calendar.martialTitle")}>{t("moderation.calendar.martial")}</Notice>
      <CalendarDays year={year} years={years} days={days} />
      <Section title={t("moderation.calendar.addTitle")}>
        <AddForm />
      </Section>
      <ImportLines year={year} country={country} lines={lines} languages={languages} />
    </Page>
  );
}

function AddForm() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { languages, year } = useLoaderData<typeof loader>();
  const { text, error } = useFormAnswers();
  return (
    <PostForm action={`/${locale}/admin/calendar?year=${year}`}>
      <DateField
        name="day"
        label={t("moderation.calendar.day")}
        hint={t("moderation.calendar.dayHint", { example: format.date(`${year}-01-01`) })}
        defaultValue={text("day")}
        error={error("day")}
      />
      <Radios
        name="kind"
        label={t("moderation.calendar.kind")}
        options={DAY_KINDS.map((kind) => ({
          value: kind,
          label: t(`moderation.calendar.kindName.${kind}`),
          hint: t(`moderation.calendar.kindHint.${kind}`),
        }))}
        defaultValue={text("kind", "holiday")}
        error={error("kind")}
      />
      {languages.map((language, index) => (
        <TextField
          key={language}
          name={`name_${language}`}
          label={t("moderation.calendar.name", { language: localeNames[language] })}
          defaultValue={text(`name_${language}`)}
          error={error(`name_${language}`)}
          lang={language}
          optional={index > 0}
          width="m"
        />
      ))}
      <ButtonRow>
        <Button>{t("moderation.calendar.add")}</Button>
      </ButtonRow>
    </PostForm>
  );
}
