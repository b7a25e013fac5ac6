import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing, type Schemas } from "@/api/schemas.ts";

export type Domain = Schemas["Domain"];
export type TxtRecord = Schemas["TxtRecord"];

const domain: z.ZodMiniType<Domain> = z.object({
  host: z.string(),
  primary: z.boolean(),
  status: z.enum(["pending", "verified"]),
  txtRecord: z.nullable(z.object({ name: z.string(), value: z.string() })),
});

export function domainsQuery(tenantId: string) {
  return pages(["tenant", tenantId, "domains"], domain, { url: `/v1/tenants/${tenantId}/domains` });
}

export function claimDomain(tenantId: string, host: string) {
  return call(domain, { method: "POST", url: `/v1/tenants/${tenantId}/domains`, data: { host } });
}

export function verifyDomain(tenantId: string, host: string) {
  return call(domain, { method: "POST", url: `/v1/tenants/${tenantId}/domains/${host}/verify` });
}

export function removeDomain(tenantId: string, host: string) {
  return call(nothing, { method: "DELETE", url: `/v1/tenants/${tenantId}/domains/${host}` });
}
