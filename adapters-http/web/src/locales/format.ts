import { useMe } from "@/session/me.ts";
import { useLanguage } from "./language.ts";

/** Times as somebody reads them who is where `timezone` is. */
export function timesIn(language: string, timezone?: string) {
  const zone = timezone === undefined ? {} : { timeZone: timezone };
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", ...zone });
  const time = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", ...zone });
  return {
    date: (iso: string) => date.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    ago: (iso: string) => ago(language, Date.now() - Date.parse(iso)),
  };
}

/** Times in the zone of the browser, for who is not known. */
export function useBrowserTimes() {
  return timesIn(useLanguage((chosen) => chosen.language));
}

/** Times in the zone that who is signed in has chosen. */
export function useTimes() {
  return timesIn(
    useLanguage((chosen) => chosen.language),
    useMe().profile.timezone,
  );
}

/** Days, from the first to the last, as they are in UTC: for everybody the same. */
export function useDays() {
  const language = useLanguage((chosen) => chosen.language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return (first: string, last = first) => dates.formatRange(new Date(first), new Date(last));
}

const UNITS = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

function ago(language: string, passed: number): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const [unit, length] = UNITS.find(([, length]) => passed >= length) ?? (["second", 1000] as const);
  return words.format(unit === "second" ? 0 : -Math.floor(passed / length), unit);
}
