import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import type { Schemas } from "@/api/schemas.ts";

export type AdminTenant = Schemas["AdminTenant"];

const tenant: z.ZodMiniType<AdminTenant> = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  slug: z.string(),
  status: z.enum(["active", "inactive", "suspended"]),
  contactEmail: z.string(),
  plan: z.string(),
  quotaLimit: z.number(),
  domain: z.string(),
  requireMfa: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  members: z.number(),
  removedAfter: z.nullable(z.string()),
});

export function adminTenantsQuery(query: string) {
  return pages(["admin", "tenants", query], tenant, { url: "/v1/admin/tenants", params: { query } });
}

export function changeTenant(id: string, data: Schemas["AdminTenantChanges"]) {
  return call(tenant, { method: "PATCH", url: `/v1/admin/tenants/${id}`, data });
}

export function restoreTenant(id: string) {
  return call(tenant, { method: "POST", url: `/v1/admin/tenants/${id}/restore` });
}
