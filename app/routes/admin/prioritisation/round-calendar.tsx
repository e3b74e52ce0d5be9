import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import {
  CALENDAR_FIELDS,
  type CalendarField,
  calendarForm,
  calendarValues,
  readCalendar,
} from "~/domain/prioritisation/calendar-form";
import { STAGE_KINDS } from "~/domain/prioritisation/round";
import { useFormat, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { DateField } from "~/ui/date-field";
import { Fieldset } from "~/ui/fieldset";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { frameOf, openRound, saveStep } from "./open-round.server";
import { StepPage } from "./step-page";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  return { frame: frameOf(round), values: calendarValues(round.stages, asked.community.zone) };
});

export const action = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const result = readForm(asked.form, calendarForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { stages, complaints } = readCalendar(result.data, asked.community.zone);
  if (complaints.length > 0) {
    return formFailure(
      complaints.map(({ field, code }) => complaint(field, `prioritisation.error.calendar.${code}`)),
      result.values,
    );
  }
  return await saveStep(asked, round, result.data, result.values, { stages });
});

export const meta = pageMeta((t) => t("prioritisation.setup.step.calendar"), { hidden: true });

const LABELS = { opens: "prioritisation.field.opens", closes: "prioritisation.field.closes" } as const;

export default function RoundCalendar() {
  const t = useT();
  const format = useFormat();
  const { text, error } = useFormAnswers();
  const { frame, values } = useLoaderData<typeof loader>();
  const edges = (kind: (typeof STAGE_KINDS)[number]) =>
    CALENDAR_FIELDS.filter((field) => field.startsWith(`${kind}_`));
  const label = (field: CalendarField) => {
    if (field === "result_closes") return t("prioritisation.field.resultBy");
    return t(LABELS[field.endsWith("_opens") ? "opens" : "closes"]);
  };
  return (
    <StepPage
      frame={frame}
      step="calendar"
      title={t("prioritisation.setup.step.calendar")}
      lead={t("prioritisation.field.calendarLead", { zone: format.zoneName() })}
      stored={CALENDAR_FIELDS.map((field) => ({
        name: field,
        label: label(field),
        stored: values[field] ?? "",
      }))}
    >
      <p className="hint">{t("prioritisation.field.clockChange")}</p>
      {STAGE_KINDS.map((kind) => (
        <Fieldset
          key={kind}
          legend={t(`prioritisation.stage.${kind}`)}
          hint={t(`prioritisation.field.stage.${kind}`)}
          id={kind}
        >
          {edges(kind).map((field) => (
            <DateField
              key={field}
              name={field}
              label={label(field)}
              defaultValue={text(field, values[field])}
              error={error(field)}
              withTime
            />
          ))}
        </Fieldset>
      ))}
    </StepPage>
  );
}
