import { queryOptions } from "@tanstack/react-query";
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
});

export const statisticsQuery = queryOptions({
  queryKey: ["admin", "statistics"],
  queryFn: ({ signal }) => call(statistics, { url: "/v1/admin/stats", signal }),
});
