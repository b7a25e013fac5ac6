import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing } from "@/api/schemas.ts";

const key = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  lastFour: z.string(),
  scopes: z.array(z.string()),
  lastUsedAt: z.nullable(z.string()),
  active: z.boolean(),
  revokedAt: z.nullable(z.string()),
  tenant: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
});

export type AdminKey = z.infer<typeof key>;

export function adminKeysQuery(query: string) {
  return pages(["admin", "keys", query], key, { url: "/v1/admin/api-keys", params: { query } });
}

export function revokeKey(id: string) {
  return call(nothing, { method: "DELETE", url: `/v1/admin/api-keys/${id}` });
}
