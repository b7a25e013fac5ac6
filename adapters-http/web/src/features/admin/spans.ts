import type { Daily } from "./api/statistics.ts";

/** Of how many days one may look at the numbers. */
export const SPANS = [7, 30, 90, 365] as const;

const USUAL = 30;
const MOST_BARS = 100;

/** One of the spans, whatever the address says. */
export function spanOf(days: string | undefined): number {
  return SPANS.find((span) => String(span) === days) ?? USUAL;
}

/** Each day by itself or, where bars would be too thin to be seen, seven at a time; the first has what is left over. */
export function inBars(daily: readonly Daily[]): Daily[][] {
  if (daily.length <= MOST_BARS) {
    return daily.map((day) => [day]);
  }
  const over = daily.length % 7;
  return Array.from({ length: Math.floor(daily.length / 7) }, (_, week) =>
    daily.slice(week === 0 ? 0 : over + week * 7, over + (week + 1) * 7),
  );
}

/** Null if one of them is not known. */
export function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
