import { call } from "@/api/http.ts";
import type { Schemas } from "@/api/schemas.ts";
import { me } from "@/session/me.ts";

export function updateMe(data: Schemas["MeChanges"]) {
  return call(me, { method: "PATCH", url: "/v1/me", data });
}
