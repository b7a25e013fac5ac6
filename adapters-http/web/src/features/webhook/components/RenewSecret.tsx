import { Confirm } from "@/components/Confirm.tsx";
import { useMessages } from "@/locales/language.ts";
import { renewSecret, type Webhook } from "../api/webhooks.ts";

interface Props {
  readonly tenantId: string;
  readonly of: Webhook;
  readonly onDone: (secret: string) => Promise<void>;
}

export function RenewSecret({ tenantId, of, onDone }: Props) {
  const { hooks } = useMessages().integration;
  const renew = async () => onDone((await renewSecret(tenantId, of.id)).secret);
  return <Confirm text={hooks.newSecretText} submit={hooks.newSecret} onConfirm={renew} />;
}
