import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { askWho } from "./me.ts";
import { placeFor } from "./place-for.ts";

/**
 * Leads who is signed in past a page that is for others. The page is there meanwhile, and stays where nothing is found out; a
 * session is not renewed for it.
 *
 * @param known that nobody is signed in: then nothing is asked
 */
export function usePassBy(known: boolean, next?: string): void {
  const router = useRouter();
  useEffect(() => {
    const left = new AbortController();
    if (!known) {
      void askWho({ asNobody: true, signal: left.signal }).then(
        () => router.navigate({ href: placeFor(next), replace: true }),
        () => undefined,
      );
    }
    return () => left.abort();
  }, [known, next, router]);
}
