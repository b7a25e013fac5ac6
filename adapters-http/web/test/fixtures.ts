import type { Schemas } from "@/api/schemas.ts";
import type { Me } from "@/session/me.ts";

export const ACME: Schemas["TenantBrief"] = {
  id: "0199c1de-7a60-7c3e-9d55-000000000001",
  number: 1,
  name: "Acme",
  slug: "acme",
  status: "active",
};

export const ADA: Me = {
  id: "0199c1de-7a60-7c3e-9d55-00000000000a",
  email: "ada@acme.example",
  emailVerified: true,
  firstName: "Ada",
  lastName: "Lovelace",
  fullName: "Ada Lovelace",
  phone: null,
  createdAt: "2026-01-30T12:00:00.000Z",
  operator: false,
  profile: {
    timezone: "UTC",
    locale: "en",
    notifications: { product: false, invitations: true },
    preferences: {},
    avatarUrl: null,
  },
  mfa: { totp: true, recoveryCodesLeft: 9, passkeys: 0 },
  tenant: ACME,
  role: "owner",
  memberships: [{ tenant: ACME, role: "owner", joinedAt: "2026-01-30T12:00:00.000Z" }],
};

export const SIGNED_IN: Schemas["SignedInByCookies"] = {
  tokenType: "Bearer",
  expiresIn: 3600,
  user: {
    id: ADA.id,
    email: ADA.email,
    emailVerified: true,
    firstName: "Ada",
    lastName: "Lovelace",
    fullName: "Ada Lovelace",
  },
  tenant: ACME,
  role: "owner",
};

export const NOBODY = { status: 401, body: { code: "unauthenticated", detail: "Authentication required" } };

export function listOf(...items: unknown[]) {
  return { status: 200, body: { items, nextCursor: null } };
}
