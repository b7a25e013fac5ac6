import { keepPreviousData } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import type { Schemas } from "@/api/schemas.ts";

export type AdminTenant = Schemas["AdminTenant"];

export const STATUSES = ["active", "inactive", "suspended"] as const;

const tenant: z.ZodMiniType<AdminTenant> = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  slug: z.string(),
  status: z.enum(STATUSES),
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

/** @param status empty for all */
export function adminTenantsQuery(query: string, status: AdminTenant["status"] | "") {
  const params = { query, ...(status !== "" && { status }) };
  return {
    ...pages(["admin", "tenants", params], tenant, { url: "/v1/admin/tenants", params }),
    placeholderData: keepPreviousData,
  };
}

export function changeTenant(id: string, data: Schemas["AdminTenantChanges"]) {
  return call(tenant, { method: "PATCH", url: `/v1/admin/tenants/${id}`, data });
}

export function restoreTenant(id: string) {
  return call(tenant, { method: "POST", url: `/v1/admin/tenants/${id}/restore` });
}
