import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDay } from "~/domain/communities/calendar-lines";
import { removeCalendarDay } from "~/domain/communities/remove-calendar-day.server";
import { allow } from "~/domain/identity/allow.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";

export const meta = pageMeta((t) => t("moderation.calendar.remove"), { hidden: true });

export const loader = allow("administrator", ({ params }) => ({ day: dayIn(params) }));

export const action = allow("administrator", async ({ community, viewer, params, locale }) => {
  const day = dayIn(params);
  await removeCalendarDay(community, viewer.id, day);
  return redirect(`/${locale}/admin/calendar?year=${day.slice(0, 4)}`);
});

function dayIn(params: Readonly<Record<string, string | undefined>>): string {
  const day = params["day"] ?? "";
  if (!isDay(day)) throw new Response(null, { status: 404 });
  return day;
}

/** Reached by its address, or when the form had expired: what it is about, and the button once more. */
export default function RemoveCalendarDay() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { day } = useLoaderData<typeof loader>();
  const { errors } = useFormAnswers();
  return (
    <Page
      title={t("moderation.calendar.remove")}
      lead={format.date(day)}
      back={{ href: `/${locale}/admin/calendar?year=${day.slice(0, 4)}` }}
      errors={errors}
    >
      <ActionButton action={`/${locale}/admin/calendar/${day}/remove`} variant="danger">
        {t("common.actions.delete")}
      </ActionButton>
    </Page>
  );
}
