import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { role, type Schemas } from "@/api/schemas.ts";

export type Invitation = Schemas["Invitation"];

export const invitation: z.ZodMiniType<Invitation> = z.object({
  id: z.string(),
  email: z.string(),
  role,
  status: z.enum(["pending", "accepted", "declined", "revoked", "expired"]),
  expiresAt: z.string(),
  createdAt: z.string(),
  invitedBy: z.nullable(z.object({ id: z.string(), email: z.string(), fullName: z.string() })),
});

export function invitationsQuery(tenantId: string) {
  return pages(["tenant", tenantId, "invitations"], invitation, { url: `/v1/tenants/${tenantId}/invitations` });
}

export interface NewInvitation {
  readonly email: string;
  readonly role: Schemas["Role"];
}

export function invite(tenantId: string, data: NewInvitation) {
  return call(invitation, { method: "POST", url: `/v1/tenants/${tenantId}/invitations`, data });
}

export function resendInvitation(tenantId: string, id: string) {
  return call(invitation, { method: "POST", url: `/v1/tenants/${tenantId}/invitations/${id}/resend` });
}

export function revokeInvitation(tenantId: string, id: string) {
  return call(invitation, { method: "DELETE", url: `/v1/tenants/${tenantId}/invitations/${id}` });
}
