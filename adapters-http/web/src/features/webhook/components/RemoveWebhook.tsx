import { Confirm } from "@/components/Confirm.tsx";
import { useMessages } from "@/locales/language.ts";
import { removeWebhook, type Webhook } from "../api/webhooks.ts";

interface Props {
  readonly tenantId: string;
  readonly of: Webhook;
  readonly onDone: () => Promise<void>;
}

export function RemoveWebhook({ tenantId, of, onDone }: Props) {
  const { common, integration } = useMessages();
  const remove = async () => {
    await removeWebhook(tenantId, of.id);
    await onDone();
  };
  return (
    <Confirm
      text={`${of.url}: ${integration.hooks.removeText}`}
      submit={common.remove}
      tone="danger"
      onConfirm={remove}
    />
  );
}
