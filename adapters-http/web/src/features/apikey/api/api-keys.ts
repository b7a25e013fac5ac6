import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing, type Schemas } from "@/api/schemas.ts";

export type ApiKey = Schemas["ApiKey"];

const shape = {
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  lastFour: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.nullable(z.string()),
  lastUsedAt: z.nullable(z.string()),
  expiresAt: z.nullable(z.string()),
  previousSecretExpiresAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
  active: z.boolean(),
  requests: z.number(),
  previousSecretRequests: z.number(),
};

const apiKey: z.ZodMiniType<ApiKey> = z.object(shape);

/** With the secret, which is told this once. */
const freshKey = z.object({ ...shape, key: z.string() });

const usage: z.ZodMiniType<Schemas["ApiKeyUsage"]> = z.object({
  items: z.array(z.object({ day: z.string(), requests: z.number(), units: z.number() })),
  totals: z.object({ requests: z.number(), units: z.number() }),
});

export function apiKeysQuery(tenantId: string) {
  return pages(["tenant", tenantId, "api-keys"], apiKey, { url: `/v1/tenants/${tenantId}/api-keys` });
}

export function usageQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: ["tenant", tenantId, "api-keys", id, "usage"],
    queryFn: ({ signal }) => call(usage, { url: `/v1/tenants/${tenantId}/api-keys/${id}/usage`, signal }),
  });
}

export interface NewKey {
  readonly name: string;
  readonly scopes: string[];
  readonly expiresAt: string | null;
}

export function createKey(tenantId: string, data: NewKey) {
  return call(freshKey, { method: "POST", url: `/v1/tenants/${tenantId}/api-keys`, data });
}

export function renameKey(tenantId: string, id: string, name: string) {
  return call(apiKey, { method: "PATCH", url: `/v1/tenants/${tenantId}/api-keys/${id}`, data: { name } });
}

export function rotateKey(tenantId: string, id: string, overlapSeconds: number) {
  return call(freshKey, {
    method: "POST",
    url: `/v1/tenants/${tenantId}/api-keys/${id}/rotate`,
    data: { overlapSeconds },
  });
}

export function revokeKey(tenantId: string, id: string) {
  return call(nothing, { method: "DELETE", url: `/v1/tenants/${tenantId}/api-keys/${id}` });
}
