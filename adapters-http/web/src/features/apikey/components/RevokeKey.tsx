import { Confirm } from "@/components/Confirm.tsx";
import { useMessages } from "@/locales/language.ts";
import { type ApiKey, revokeKey } from "../api/api-keys.ts";

interface Props {
  readonly tenantId: string;
  readonly of: ApiKey;
  readonly onDone: () => Promise<void>;
}

export function RevokeKey({ tenantId, of, onDone }: Props) {
  const { keys } = useMessages().integration;
  const revoke = async () => {
    await revokeKey(tenantId, of.id);
    await onDone();
  };
  return <Confirm text={keys.revokeText} submit={keys.revoke} tone="danger" onConfirm={revoke} />;
}
