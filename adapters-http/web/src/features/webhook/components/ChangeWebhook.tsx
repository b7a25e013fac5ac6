import { useMessages } from "@/locales/language.ts";
import { changeWebhook, type Webhook } from "../api/webhooks.ts";
import { WebhookForm, type WebhookValues } from "./WebhookForm.tsx";

interface Props {
  readonly tenantId: string;
  readonly of: Webhook;
  readonly onDone: () => Promise<void>;
}

export function ChangeWebhook({ tenantId, of, onDone }: Props) {
  const { common } = useMessages();
  const change = async (values: WebhookValues) => {
    await changeWebhook(tenantId, of.id, values);
    await onDone();
  };
  return <WebhookForm of={of} submit={common.save} onSubmit={change} />;
}
