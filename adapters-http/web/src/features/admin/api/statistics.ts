import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import type { Schemas } from "@/api/schemas.ts";

export type Statistics = Schemas["Statistics"];
export type Daily = Statistics["daily"][number];

const count = z.number();

const statistics: z.ZodMiniType<Statistics> = z.object({
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

/** @param days of how many days it is told one by one */
export function statisticsQuery(days: number) {
  return queryOptions({
    queryKey: ["admin", "statistics", days],
    queryFn: ({ signal }) => call(statistics, { url: "/v1/admin/stats", params: { days }, signal }),
    placeholderData: keepPreviousData,
  });
}
