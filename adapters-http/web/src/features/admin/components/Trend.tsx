import { Bars } from "@/components/Bars.tsx";
import { useDays } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import type { Daily } from "../api/statistics.ts";
import { inBars, sumOf } from "../spans.ts";
import styles from "./Trend.module.css";

interface Props {
  readonly title: string;
  readonly daily: readonly Daily[];
  readonly number: (day: Daily) => number | null;
  /** Said below, if a part of it is not known. */
  readonly unknown?: (since: string) => string;
}

/** One of the numbers over time, and what it comes to. */
export function Trend({ title, daily, number, unknown }: Props) {
  const { statistics } = useMessages().admin;
  const dates = useDates();
  const bars = inBars(daily);
  const known = daily.filter((day) => number(day) !== null);
  return (
    <div className={styles.trend}>
      <Bars
        title={title}
        nameTitle={bars.length < daily.length ? statistics.week : statistics.day}
        valueTitle={title}
        total={sumOf(known.map(number)) ?? 0}
        of={bars.map((days) => ({ name: dates(days), value: sumOf(days.map(number)) }))}
      />
      {known.length < daily.length && <p className={styles.unknown}>{unknown?.(dates(known.slice(0, 1)))}</p>}
    </div>
  );
}

function useDates() {
  const dates = useDays();
  return (days: readonly Daily[]) => {
    const [first, last] = [days[0], days.at(-1)];
    return first && last ? dates(first.day, last.day) : "";
  };
}
