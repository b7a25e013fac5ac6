import type { Schemas } from "@/api/schemas.ts";
import type { Me } from "@/session/me.ts";
import { ACME, ADA } from "./fixtures.ts";
import { open } from "./render.tsx";
import { answer } from "./server.ts";

export const OPERATOR: Me = { ...ADA, operator: true };

export const ADMINISTERED: Schemas["AdminTenant"] = {
  ...ACME,
  contactEmail: ADA.email,
  plan: "FREE",
  quotaLimit: 10_000,
  domain: "acme.localhost",
  requireMfa: false,
  createdAt: "2026-01-30T12:00:00.000Z",
  updatedAt: "2026-01-30T12:00:00.000Z",
  members: 3,
  removedAfter: null,
};

/** A page for operators, as one sees it. */
export function openAsOperator(path: string, me: Partial<Me> = {}) {
  answer("GET /v1/me", { status: 200, body: { ...OPERATOR, ...me } });
  return open(path);
}
