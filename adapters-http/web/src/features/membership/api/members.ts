import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing, type Role } from "@/api/schemas.ts";
import { member } from "@/session/members.ts";

export function membersQuery(tenantId: string) {
  return pages(["tenant", tenantId, "members"], member, { url: `/v1/tenants/${tenantId}/members` });
}

export interface RoleChange {
  readonly role: Role;
  /** Whether the API keys that they made become the caller's, if their role allows none any more; else they are revoked. */
  readonly keepKeys?: boolean;
}

export function changeRole(tenantId: string, userId: string, { role, keepKeys = false }: RoleChange) {
  return call(member, {
    method: "PATCH",
    url: `/v1/tenants/${tenantId}/members/${userId}`,
    data: { role, ...(keepKeys && { apiKeys: "keep" }) },
  });
}

/** @param keepKeys whether the API keys that they made become the caller's; else they are revoked */
export function removeMember(tenantId: string, userId: string, keepKeys: boolean) {
  return call(nothing, {
    method: "DELETE",
    url: `/v1/tenants/${tenantId}/members/${userId}`,
    params: keepKeys ? { apiKeys: "keep" } : {},
  });
}
