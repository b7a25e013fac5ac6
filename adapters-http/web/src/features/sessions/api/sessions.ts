import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { all } from "@/api/pages.ts";
import { pageOf, type Schemas } from "@/api/schemas.ts";

export type Session = Schemas["Sessions"]["items"][number];

const session: z.ZodMiniType<Session> = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  expiresAt: z.string(),
  ip: z.nullable(z.string()),
  userAgent: z.nullable(z.string()),
  rememberMe: z.boolean(),
  current: z.boolean(),
});

export const sessionsQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: () => all(session, { url: "/v1/me/sessions" }),
});

export function endSession(id: string) {
  return call(pageOf(session), { method: "DELETE", url: `/v1/me/sessions/${id}` });
}

export function endOtherSessions() {
  return call(pageOf(session), { method: "DELETE", url: "/v1/me/sessions" });
}
