import * as z from "zod/mini";
import { call } from "@/api/http.ts";

const verified = z.object({ message: z.string(), redirect: z.string() });

export function verifyEmail(token: string) {
  return call(verified, { url: "/auth/verify", params: { token }, asNobody: true });
}
