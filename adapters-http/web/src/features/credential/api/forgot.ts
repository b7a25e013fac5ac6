import { call } from "@/api/http.ts";
import { message, type Schemas } from "@/api/schemas.ts";

export function forgot(data: Schemas["EmailAlone"]) {
  return call(message, { method: "POST", url: "/auth/forgot", data, asNobody: true });
}
