import { type InfiniteData, type QueryKey, useQueryClient } from "@tanstack/react-query";
import type { PageOf } from "@/api/schemas.ts";
import type { AuditEvent } from "../api/audit.ts";
import type { Choice } from "./AuditFilter.tsx";

/**
 * Who occurs in the events that were loaded so far, by whichever filter.
 *
 * @param audit the beginning of the keys under which they are kept
 */
export function useSeenActors(audit: QueryKey): readonly Choice[] {
  const events = useQueryClient()
    .getQueriesData<InfiniteData<PageOf<AuditEvent>>>({ queryKey: audit })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []);
  const labels = new Map(events.map(({ actor: { id, label } }) => [id, label ?? id]));
  return [...labels].flatMap(([id, label]) => (id === null || label === null ? [] : [[id, label] as const]));
}
