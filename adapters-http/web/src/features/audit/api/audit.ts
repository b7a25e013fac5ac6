import * as z from "zod/mini";
import { all, pages } from "@/api/pages.ts";
import type { Schemas } from "@/api/schemas.ts";

export type AuditEvent = Schemas["AuditEvent"];

const event: z.ZodMiniType<AuditEvent> = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({
    type: z.enum(["user", "apiKey", "operator", "system"]),
    id: z.nullable(z.string()),
    label: z.nullable(z.string()),
  }),
  action: z.string(),
  target: z.nullable(
    z.object({
      type: z.enum(["user", "tenant", "invitation", "domain", "apiKey", "session", "webhook"]),
      id: z.string(),
      label: z.nullable(z.string()),
    }),
  ),
  ip: z.nullable(z.string()),
  outcome: z.enum(["success", "refused"]),
  data: z.record(z.string(), z.string()),
});

const INSTALLATION = "/v1/admin/audit";

/** Under which keys audits are kept, by whatever filter. */
export const INSTALLATION_AUDIT = ["admin", "audit"] as const;
export const tenantAudit = (tenantId: string) => ["tenant", tenantId, "audit"] as const;

export interface Filter {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  /** A day; its begin counts. */
  readonly from?: string | undefined;
  /** A day; all of it counts. */
  readonly to?: string | undefined;
}

export function auditQuery(tenantId: string, filter: Filter) {
  return pages([...tenantAudit(tenantId), filter], event, asked(`/v1/tenants/${tenantId}/audit`, filter));
}

export function installationAuditQuery(filter: Filter) {
  return pages([...INSTALLATION_AUDIT, filter], event, asked(INSTALLATION, filter));
}

/** All that the filter lets through, however many pages that is. */
export function readWholeAudit(tenantId: string, filter: Filter): Promise<AuditEvent[]> {
  return all(event, asked(`/v1/tenants/${tenantId}/audit`, filter));
}

/** All that the filter lets through, as above. */
export function readWholeInstallationAudit(filter: Filter): Promise<AuditEvent[]> {
  return all(event, asked(INSTALLATION, filter));
}

function asked(url: string, { action, actor, from, to }: Filter) {
  return {
    url,
    params: { action: action ?? "", actor: actor ?? "", from: beginOf(from, 0), to: beginOf(to, 1) },
  };
}

/** The begin of a day where this browser is, or of one some days later. */
function beginOf(day: string | undefined, later: number): string {
  const begin = new Date(`${day ?? ""}T00:00:00`);
  if (Number.isNaN(begin.getTime())) {
    return "";
  }
  begin.setDate(begin.getDate() + later);
  return begin.toISOString();
}
