import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { role, type Schemas } from "@/api/schemas.ts";

export type Preview = Schemas["InvitationPreview"];

const preview: z.ZodMiniType<Preview> = z.object({
  tenantName: z.string(),
  email: z.string(),
  role,
  expiresAt: z.string(),
  accountExists: z.boolean(),
});

export function previewInvitation(token: string) {
  return call(preview, { method: "POST", url: "/v1/invitations/preview", data: { token }, asNobody: true });
}
