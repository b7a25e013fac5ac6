import { call } from "@/api/http.ts";
import { nothing } from "@/api/schemas.ts";

interface Change {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export function changePassword(data: Change) {
  return call(nothing, { method: "POST", url: "/v1/me/password", data });
}
