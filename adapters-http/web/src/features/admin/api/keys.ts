import { keepPreviousData } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing, type Schemas } from "@/api/schemas.ts";

export type AdminKey = Schemas["AdminApiKey"];

const key: z.ZodMiniType<AdminKey> = z.object({
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
  tenant: z.object({ id: z.string(), number: z.number(), name: z.string(), slug: z.string() }),
});

export function adminKeysQuery(query: string) {
  return {
    ...pages(["admin", "keys", query], key, { url: "/v1/admin/api-keys", params: { query } }),
    placeholderData: keepPreviousData,
  };
}

export function revokeKey(id: string) {
  return call(nothing, { method: "DELETE", url: `/v1/admin/api-keys/${id}` });
}
