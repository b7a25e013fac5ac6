import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { nothing, role, type Schemas } from "@/api/schemas.ts";

export type Tenant = Schemas["Tenant"];

const tenant: z.ZodMiniType<Tenant> = z.object({
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
  role,
});

export function tenantQuery(id: string) {
  return queryOptions({
    queryKey: ["tenant", id],
    queryFn: ({ signal }) => call(tenant, { url: `/v1/tenants/${id}`, signal }),
  });
}

export function createTenant(data: { readonly name: string }) {
  return call(tenant, { method: "POST", url: "/v1/tenants", data });
}

export interface TenantChanges {
  readonly name: string;
  readonly contactEmail: string;
  readonly requireMfa: boolean;
}

export function changeTenant(id: string, data: TenantChanges) {
  return call(tenant, { method: "PATCH", url: `/v1/tenants/${id}`, data });
}

export function leaveTenant(id: string) {
  return call(nothing, { method: "POST", url: `/v1/tenants/${id}/leave` });
}

export interface Closing {
  readonly password?: string;
  readonly slug: string;
}

export function closeTenant(id: string, data: Closing) {
  return call(nothing, { method: "DELETE", url: `/v1/tenants/${id}`, data });
}
