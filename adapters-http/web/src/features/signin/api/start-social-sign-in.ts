import { call } from "@/api/http.ts";
import { visit } from "@/api/schemas.ts";

export function startSocialSignIn(provider: string) {
  return call(visit, { method: "POST", url: "/v1/session/social", data: { provider }, asNobody: true });
}
