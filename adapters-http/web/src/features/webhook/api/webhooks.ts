import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import { nothing, type Schemas } from "@/api/schemas.ts";

export type Webhook = Omit<Schemas["Webhook"], "events"> & { events: string[] };
export type EventType = Schemas["WebhookEvents"][number];

const shape = {
  id: z.string(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  active: z.boolean(),
  createdAt: z.string(),
  failingSince: z.nullable(z.string()),
  previousSecretExpiresAt: z.nullable(z.string()),
};

/** Events are texts here: a server that knows more of them is understood all the same. */
const webhook: z.ZodMiniType<Webhook> = z.object(shape);

/** With the secret, which is told this once. */
const freshWebhook = z.object({ ...shape, secret: z.string() });

export function webhooksQuery(tenantId: string) {
  return pages(["tenant", tenantId, "webhooks"], webhook, { url: `/v1/tenants/${tenantId}/webhooks` });
}

export interface NewWebhook {
  readonly url: string;
  readonly description: string;
  readonly events: string[];
}

export function createWebhook(tenantId: string, data: NewWebhook) {
  return call(freshWebhook, { method: "POST", url: `/v1/tenants/${tenantId}/webhooks`, data });
}

/** What is absent stays as it is. */
export interface WebhookChanges extends Partial<NewWebhook> {
  readonly active?: boolean;
}

export function changeWebhook(tenantId: string, id: string, data: WebhookChanges) {
  return call(webhook, { method: "PATCH", url: `/v1/tenants/${tenantId}/webhooks/${id}`, data });
}

export function renewSecret(tenantId: string, id: string) {
  return call(freshWebhook, { method: "POST", url: `/v1/tenants/${tenantId}/webhooks/${id}/secret` });
}

export function removeWebhook(tenantId: string, id: string) {
  return call(nothing, { method: "DELETE", url: `/v1/tenants/${tenantId}/webhooks/${id}` });
}
