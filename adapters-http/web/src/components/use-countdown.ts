import { useEffect, useState } from "react";

/** Seconds that are left of a wait, and how to begin one. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left > 0) {
      const tick = setTimeout(() => setNow(Date.now()), 250);
      return () => clearTimeout(tick);
    }
    return undefined;
  }, [left, now]);
  const begin = (seconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * 1000);
  };
  return [left, begin];
}
