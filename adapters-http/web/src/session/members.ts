import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { all } from "@/api/pages.ts";
import { role, type Schemas } from "@/api/schemas.ts";

export type Member = Schemas["Member"];

export const member: z.ZodMiniType<Member> = z.object({
  userId: z.string(),
  email: z.string(),
  fullName: z.string(),
  role,
  joinedAt: z.string(),
  lastSeenAt: z.nullable(z.string()),
});

/** All of an organization, to choose somebody from. */
export function everyMemberQuery(tenantId: string) {
  return queryOptions({
    queryKey: ["tenant", tenantId, "members", "all"],
    queryFn: () => all(member, { url: `/v1/tenants/${tenantId}/members` }),
  });
}
