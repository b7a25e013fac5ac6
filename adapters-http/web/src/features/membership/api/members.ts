import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing, type Role } from "@/api/schemas.ts";
import { member } from "@/session/members.ts";

export function membersQuery(tenantId: string) {
  return pages(["tenant", tenantId, "members"], member, { url: `/v1/tenants/${tenantId}/members` });
}

export function changeRole(tenantId: string, userId: string, role: Role) {
  return call(member, { method: "PATCH", url: `/v1/tenants/${tenantId}/members/${userId}`, data: { role } });
}

/** @param keepKeys whether the API keys that they made become the caller's; else they are revoked */
export function removeMember(tenantId: string, userId: string, keepKeys: boolean) {
  return call(nothing, {
    method: "DELETE",
    url: `/v1/tenants/${tenantId}/members/${userId}`,
    params: keepKeys ? { apiKeys: "keep" } : {},
  });
}
