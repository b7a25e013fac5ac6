import { Dialog } from "@/components/Ask.tsx";
import { Secret } from "@/components/Secret.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import type { Webhook } from "../api/webhooks.ts";
import { ChangeWebhook } from "./ChangeWebhook.tsx";
import { CreateWebhook } from "./CreateWebhook.tsx";
import { Deliveries } from "./Deliveries.tsx";
import { RemoveWebhook } from "./RemoveWebhook.tsx";
import { RenewSecret } from "./RenewSecret.tsx";

/** What is being done just now. */
export type Step =
  | { readonly kind: "create" }
  | { readonly kind: "deliveries" | "change" | "renew" | "remove"; readonly webhook: Webhook }
  | { readonly kind: "secret"; readonly secret: string };

interface Props {
  readonly tenantId: string;
  readonly step: Step | undefined;
  readonly onClose: () => void;
  /** Something was changed; and maybe there is a secret to show. */
  readonly onDone: (secret?: string) => Promise<void>;
}

export function WebhookDialog({ step, ...rest }: Props) {
  const words = useMessages().integration.hooks;
  return (
    <Dialog
      title={titleOf(words, step)}
      opened={step !== undefined}
      kept={step?.kind === "secret"}
      onClose={rest.onClose}
    >
      {step !== undefined && <Content step={step} {...rest} />}
    </Dialog>
  );
}

function Content({ step, tenantId, onClose, onDone }: Props & { readonly step: Step }) {
  const words = useMessages().integration.hooks;
  switch (step.kind) {
    case "create":
      return <CreateWebhook tenantId={tenantId} onDone={onDone} />;
    case "deliveries":
      return <Deliveries tenantId={tenantId} of={step.webhook} />;
    case "change":
      return <ChangeWebhook tenantId={tenantId} of={step.webhook} onDone={onDone} />;
    case "renew":
      return <RenewSecret tenantId={tenantId} of={step.webhook} onDone={onDone} />;
    case "remove":
      return <RemoveWebhook tenantId={tenantId} of={step.webhook} onDone={onDone} />;
    case "secret":
      return <Secret text={step.secret} warning={words.once} onDone={onClose} />;
  }
}

function titleOf(words: Messages["integration"]["hooks"], step: Step | undefined): string {
  switch (step?.kind) {
    case "deliveries":
      return words.deliveries;
    case "change":
      return words.changeTitle;
    case "renew":
      return words.newSecret;
    case "remove":
      return words.removeAsk;
    case "secret":
      return words.fresh;
    default:
      return words.create;
  }
}
