import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addCalendarDays } from "~/domain/communities/add-calendar-days.server";
import { calendarLinesForm } from "~/domain/communities/calendar-form";
import { MOST_LINES, readCalendarLines } from "~/domain/communities/calendar-lines";
import { allow } from "~/domain/identity/allow.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { ImportLines } from "./import-lines";

const MOST_TOLD = 10;

export const meta = pageMeta((t) => t("moderation.calendar.importTitle"), { hidden: true });

export const loader = allow("administrator", ({ community }) => ({
  languages: community.languages,
  year: now().getUTCFullYear(),
}));

/** All lines or none: each wrong one is named by its number. */
export const action = allow("administrator", async ({ community, viewer, form, locale }) => {
  const result = readForm(form, calendarLinesForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { days, problems } = readCalendarLines(result.data.lines, community.languages);
  if (problems.length > 0) {
    const told = problems
      .slice(0, MOST_TOLD)
      .map(({ line, code }) => complaint("lines", `moderation.calendar.lineFault.${code}`, { line }));
    return formFailure(told, result.values);
  }
  if (days.length > MOST_LINES) {
    return formFailure(
      [complaint("lines", "moderation.calendar.tooMany", { most: MOST_LINES })],
      result.values,
    );
  }
  await addCalendarDays(community, viewer.id, days);
  return redirect(`/${locale}/admin/calendar?year=${days[0]?.day.slice(0, 4) ?? ""}`);
});

/** Reached when lines were refused: everything typed, with what is wrong in it. */
export default function CalendarImport() {
  const t = useT();
  const locale = useLocale();
  const { languages, year } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  return (
    <Page title={t("moderation.calendar.title")} back={{ href: `/${locale}/admin/calendar` }} errors={errors}>
      <ImportLines year={year} country={null} lines="" languages={languages} />
    </Page>
  );
}
