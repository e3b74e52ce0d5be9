import type { DateFormat } from "~/i18n/date-format";
import { useFormat } from "~/i18n/use-translation";

type Shape = keyof Pick<DateFormat, "date" | "day" | "weekday" | "time" | "dateTime" | "dateTimeZone">;

type Props = { value: Date | string; format?: Shape | undefined };

/** An instant (or a calendar day `YYYY-MM-DD`) in words, and for machines in `datetime`. */
export function Time({ value, format = "date" }: Props) {
  const formats = useFormat();
  if (typeof value !== "string") return <time dateTime={value.toISOString()}>{formats[format](value)}</time>;
  return <time dateTime={value}>{format === "day" ? formats.day(value) : formats.date(value)}</time>;
}
