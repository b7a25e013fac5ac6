import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";

const delivery = z.object({
  id: z.string(),
  eventType: z.string(),
  status: z.enum(["pending", "delivered", "failed"]),
  attempts: z.number(),
  lastStatus: z.nullable(z.number()),
  lastError: z.nullable(z.string()),
  nextAttemptAt: z.nullable(z.string()),
  createdAt: z.string(),
  deliveredAt: z.nullable(z.string()),
});

export type Delivery = z.infer<typeof delivery>;

export function deliveriesQuery(tenantId: string, webhookId: string) {
  return pages(["tenant", tenantId, "webhooks", webhookId, "deliveries"], delivery, {
    url: `/v1/tenants/${tenantId}/webhooks/${webhookId}/deliveries`,
  });
}

export function sendTest(tenantId: string, webhookId: string) {
  return call(delivery, { method: "POST", url: `/v1/tenants/${tenantId}/webhooks/${webhookId}/test` });
}

export function replay(tenantId: string, webhookId: string, id: string) {
  return call(delivery, {
    method: "POST",
    url: `/v1/tenants/${tenantId}/webhooks/${webhookId}/deliveries/${id}/replay`,
  });
}
