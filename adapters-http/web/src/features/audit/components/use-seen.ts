import { type InfiniteData, type QueryKey, useQueryClient } from "@tanstack/react-query";
import type { PageOf } from "@/api/schemas.ts";
import type { AuditEvent } from "../api/audit.ts";

export interface Actor {
  readonly id: string;
  readonly label: string;
}

/**
 * Who and what occurs in the events that were loaded so far, by whichever filter.
 *
 * @param audit the beginning of the keys under which they are kept
 */
export function useSeen(audit: QueryKey): { readonly actors: readonly Actor[]; readonly actions: readonly string[] } {
  const events = useQueryClient()
    .getQueriesData<InfiniteData<PageOf<AuditEvent>>>({ queryKey: audit })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []);
  const labels = new Map(events.map(({ actor: { id, label } }) => [id, label ?? id]));
  return {
    actors: [...labels].flatMap(([id, label]) => (id === null || label === null ? [] : [{ id, label }])),
    actions: [...new Set(events.map(({ action }) => action))].sort(),
  };
}
