import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import type { Schemas } from "@/api/schemas.ts";

const registered: z.ZodMiniType<Schemas["StatuswatchRegistered"]> = z.object({
  detail: z.string(),
  organization: z.object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    schema: z.string(),
    domain: z.string(),
  }),
  user: z.object({ id: z.string(), email: z.string(), role: z.literal("owner") }),
});

/** Makes an organization and its owner. */
export function register(data: Schemas["StatuswatchRegistration"]) {
  return call(registered, { method: "POST", url: "/auth/register", data, asNobody: true });
}
