import { useMessages } from "@/locales/language.ts";
import { createWebhook } from "../api/webhooks.ts";
import { WebhookForm, type WebhookValues } from "./WebhookForm.tsx";

interface Props {
  readonly tenantId: string;
  readonly onDone: (secret: string) => Promise<void>;
}

export function CreateWebhook({ tenantId, onDone }: Props) {
  const { hooks } = useMessages().integration;
  const create = async ({ url, description, events }: WebhookValues) => {
    const { secret } = await createWebhook(tenantId, { url, description, events });
    await onDone(secret);
  };
  return <WebhookForm submit={hooks.create} onSubmit={create} />;
}
