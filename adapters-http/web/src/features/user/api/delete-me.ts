import { call } from "@/api/http.ts";
import { nothing } from "@/api/schemas.ts";

export function deleteMe(proof: { readonly password?: string }) {
  return call(nothing, { method: "DELETE", url: "/v1/me", data: proof });
}
