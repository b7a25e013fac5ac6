import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import type { Schemas } from "@/api/schemas.ts";

const count = z.number();

const statistics: z.ZodMiniType<Schemas["Statistics"]> = z.object({
  tenants: z.object({ active: count, inactive: count, suspended: count, lately: count }),
  users: z.object({ all: count, verified: count, disabled: count, lately: count, activeLately: count }),
  sessions: z.object({ live: count }),
  invitations: z.object({ pending: count }),
  activeApiKeys: count,
  unitsThisMonth: count,
  daily: z.array(
    z.object({
      day: z.string(),
      registeredTenants: count,
      registeredUsers: count,
      signIns: z.nullable(count),
      requests: count,
      units: count,
    }),
  ),
});

export type Daily = Schemas["Statistics"]["daily"][number];

/** @param days of how many days it is told one by one */
export function statisticsQuery(days: number) {
  return queryOptions({
    queryKey: ["admin", "statistics", days],
    queryFn: ({ signal }) => call(statistics, { url: "/v1/admin/stats", params: { days }, signal }),
    placeholderData: keepPreviousData,
  });
}
