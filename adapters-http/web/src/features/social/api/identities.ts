import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { all } from "@/api/pages.ts";
import { nothing, type Schemas, visit } from "@/api/schemas.ts";
import { lastWayIn } from "@/session/last-way-in.ts";

export type Identity = Schemas["Identity"];

const identity: z.ZodMiniType<Identity> = z.object({
  id: z.string(),
  provider: z.string(),
  email: z.nullable(z.string()),
  linkedAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
});

export const identitiesQuery = queryOptions({
  queryKey: ["me", "identities"],
  queryFn: () => all(identity, { url: "/v1/me/identities" }),
});

export function startLinking(provider: string, proof: { readonly password?: string }) {
  return call(visit, { method: "POST", url: "/v1/me/identities", data: { ...proof, provider } });
}

export function unlink(id: string) {
  return call(nothing, { method: "DELETE", url: `/v1/me/identities/${id}` }).catch(lastWayIn);
}
