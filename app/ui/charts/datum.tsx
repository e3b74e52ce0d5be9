import type { ReactNode } from "react";

type Props = {
  /** Name by which a chart finds the value in its row. */
  field: string;
  /** The plain number; money in major units. */
  value: number | string;
  children: ReactNode;
};

/** A figure of a table that a chart may draw: readable text around a machine's number. */
export function Datum({ field, value, children }: Props) {
  return (
    <data value={value} data-field={field}>
      {children}
    </data>
  );
}
