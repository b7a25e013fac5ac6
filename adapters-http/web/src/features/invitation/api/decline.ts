import { call } from "@/api/http.ts";
import { nothing } from "@/api/schemas.ts";

export function declineInvitation(token: string) {
  return call(nothing, { method: "POST", url: "/v1/invitations/decline", data: { token }, asNobody: true });
}
