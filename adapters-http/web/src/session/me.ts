import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type Call, call } from "@/api/http.ts";
import { role, type Schemas, tenantBrief } from "@/api/schemas.ts";

export type Me = Schemas["Me"];

export const me: z.ZodMiniType<Me> = z.object({
  id: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  fullName: z.string(),
  phone: z.nullable(z.string()),
  createdAt: z.string(),
  operator: z.boolean(),
  profile: z.object({
    timezone: z.string(),
    locale: z.string(),
    notifications: z.object({ product: z.boolean(), invitations: z.boolean() }),
    preferences: z.record(z.string(), z.unknown()),
    avatarUrl: z.nullable(z.string()),
  }),
  mfa: z.object({ totp: z.boolean(), recoveryCodesLeft: z.number(), passkeys: z.number() }),
  tenant: z.nullable(tenantBrief),
  role: z.nullable(role),
  memberships: z.array(z.object({ tenant: tenantBrief, role, joinedAt: z.string() })),
});

/** Asks the server who is signed in, whatever is known here. */
export function askWho(config: Call = {}): Promise<Me> {
  return call(me, { ...config, url: "/v1/me" });
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => askWho({ signal }),
  staleTime: 30_000,
  retry: false,
});

/** Who is signed in; for what stands behind the guard of the signed-in routes. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}
