import { call } from "@/api/http.ts";
import { type Schemas, signedIn } from "@/api/schemas.ts";
import type { Me } from "./me.ts";

/** Lets the session go on in another organization. */
function switchTenant(tenantId: string): Promise<Schemas["SignedInByCookies"]> {
  return call(signedIn, { method: "POST", url: "/v1/session/tenant", data: { tenantId, session: "cookie" } });
}

/**
 * Takes the session out of an organization that is about to be closed, for with it everything is refused that comes by its tokens.
 *
 * @returns whether there is another organization to go on in
 */
export async function moveOutOf(tenantId: string, { tenant: current, memberships }: Me): Promise<boolean> {
  const other = memberships.find(({ tenant }) => tenant.id !== tenantId && tenant.status === "active");
  if (other !== undefined && current?.id === tenantId) {
    await switchTenant(other.tenant.id);
  }
  return other !== undefined;
}
