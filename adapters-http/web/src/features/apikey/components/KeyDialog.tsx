import { Dialog } from "@/components/Ask.tsx";
import { Secret } from "@/components/Secret.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import type { ApiKey } from "../api/api-keys.ts";
import { CreateKey } from "./CreateKey.tsx";
import { RenameKey } from "./RenameKey.tsx";
import { RevokeKey } from "./RevokeKey.tsx";
import { RotateKey } from "./RotateKey.tsx";
import { Usage } from "./Usage.tsx";

/** What is being done just now. */
export type Step =
  | { readonly kind: "create" }
  | { readonly kind: "rename" | "rotate" | "revoke" | "usage"; readonly key: ApiKey }
  | { readonly kind: "secret"; readonly secret: string };

interface Props {
  readonly tenantId: string;
  readonly step: Step | undefined;
  readonly onClose: () => void;
  /** Something was changed; and maybe there is a secret to show. */
  readonly onDone: (secret?: string) => Promise<void>;
}

export function KeyDialog({ step, ...rest }: Props) {
  const words = useMessages().integration.keys;
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
  const words = useMessages().integration.keys;
  switch (step.kind) {
    case "create":
      return <CreateKey tenantId={tenantId} onDone={onDone} />;
    case "rename":
      return <RenameKey tenantId={tenantId} of={step.key} onDone={onDone} />;
    case "rotate":
      return <RotateKey tenantId={tenantId} of={step.key} onDone={onDone} />;
    case "revoke":
      return <RevokeKey tenantId={tenantId} of={step.key} onDone={onDone} />;
    case "usage":
      return <Usage tenantId={tenantId} of={step.key} />;
    case "secret":
      return <Secret text={step.secret} warning={words.once} onDone={onClose} />;
  }
}

function titleOf(words: Messages["integration"]["keys"], step: Step | undefined): string {
  switch (step?.kind) {
    case "rename":
      return words.renameAsk(step.key.name);
    case "rotate":
      return words.rotateAsk(step.key.name);
    case "revoke":
      return words.revokeAsk(step.key.name);
    case "usage":
      return words.usageOf(step.key.name);
    case "secret":
      return words.fresh;
    default:
      return words.create;
  }
}
