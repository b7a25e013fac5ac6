import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { sessionStarted } from "./events.ts";
import { placeFor } from "./place-for.ts";

/** Goes in: what is known of who was here before is forgotten, and other tabs hear of it. */
export function useEnter() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (next?: string) => {
    queryClient.clear();
    sessionStarted();
    await router.navigate({ href: placeFor(next), replace: true });
  };
}
