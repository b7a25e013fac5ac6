import { call } from "@/api/http.ts";
import { message } from "@/api/schemas.ts";

interface Reset {
  readonly token: string;
  readonly password: string;
  readonly confirmPassword: string;
}

export function reset(data: Reset) {
  return call(message, { method: "POST", url: "/auth/reset", data, asNobody: true });
}
