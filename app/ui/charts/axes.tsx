import type { ReactNode } from "react";
import { intlTags } from "~/i18n/locales";
import { useLocale } from "~/i18n/use-translation";
import { axisTicks } from "./scale";

type Props = {
  /** End of the upright axis. */
  top: number;
  /** Texts of the axis below, evenly spread: five ticks or one text per column. */
  below: ReactNode[];
  /** Columns have their text in the middle, ticks at their place. */
  centred?: boolean | undefined;
  sentence: string;
  /** Shapes in a box of 100 by 100, the origin at the upper left. */
  children: ReactNode;
};

/**
 * The frame of a picture drawn on the server. The shapes are stretched to the space there is, so all text
 * stands outside them and keeps its size on a phone.
 */
export function Axes({ top, below, centred, sentence, children }: Props) {
  const short = useShortNumber();
  return (
    <div className="axes">
      <ol className="axes-upright" aria-hidden="true">
        {axisTicks(top)
          .reverse()
          .map((tick) => (
            <li key={tick}>{short(tick)}</li>
          ))}
      </ol>
      <svg
        className="axes-box"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence}
      >
        <path className="axes-grid" d="M0 0H100M0 25H100M0 50H100M0 75H100M0 100H100" />
        {children}
      </svg>
      <ol className={centred ? "axes-below is-centred" : "axes-below"} aria-hidden="true">
        {below.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server
          <li key={index}>{text}</li>
        ))}
      </ol>
    </div>
  );
}

/** 1.2K, 100 тис.: for the ends of axes, where exact figures are in the table. */
export function useShortNumber(): (value: number) => string {
  const tag = intlTags[useLocale()];
  const format = new Intl.NumberFormat(tag, { notation: "compact", maximumFractionDigits: 1 });
  return (value) => format.format(value);
}

/** Hundredths of the box, with two decimals at most. */
export function percent(value: number, top: number): number {
  return Math.round((10_000 * value) / top) / 100;
}
