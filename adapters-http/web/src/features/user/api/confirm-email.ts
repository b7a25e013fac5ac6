import * as z from "zod/mini";
import { call } from "@/api/http.ts";

const confirmed = z.object({ email: z.string() });

export function confirmEmail(token: string) {
  return call(confirmed, { method: "POST", url: "/v1/me/email/confirm", data: { token }, asNobody: true });
}
