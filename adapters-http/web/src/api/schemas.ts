import * as z from "zod/mini";
import type { components } from "./schema.d.ts";

export type Schemas = components["schemas"];

/** Nothing, which is what a 204 says. */
export const nothing = z.pipe(
  z.unknown(),
  z.transform(() => null),
);

export const role = z.enum(["owner", "admin", "member"]);
export type Role = Schemas["Role"];

export const tenantBrief: z.ZodMiniType<Schemas["TenantBrief"]> = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  slug: z.string(),
  status: z.enum(["active", "inactive", "suspended"]),
});

const user = z.object({
  id: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  fullName: z.string(),
});

/** What every way to sign in answers, when the tokens come as cookies. */
export const signedIn: z.ZodMiniType<Schemas["SignedInByCookies"]> = z.object({
  tokenType: z.literal("Bearer"),
  expiresIn: z.number(),
  user,
  tenant: z.nullable(tenantBrief),
  role: z.nullable(role),
});

export const message: z.ZodMiniType<Schemas["FrontendAuthMessage"]> = z.object({ message: z.string() });

export const recoveryCodes: z.ZodMiniType<Schemas["RecoveryCodes"]> = z.object({ recoveryCodes: z.array(z.string()) });

export const ceremony: z.ZodMiniType<Schemas["PasskeyCeremony"]> = z.object({
  ceremony: z.string(),
  publicKey: z.looseObject({ challenge: z.string() }),
});

export const visit: z.ZodMiniType<Schemas["Visit"]> = z.object({
  authorizationUrl: z.url({ protocol: /^https?$/ }),
  browserToken: z.string(),
});

export interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}

export function pageOf<T>(item: z.ZodMiniType<T>): z.ZodMiniType<PageOf<T>> {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
}
