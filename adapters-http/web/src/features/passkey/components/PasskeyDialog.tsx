import { Dialog } from "@/components/Ask.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { RecoveryCodes } from "@/components/RecoveryCodes.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import { type Passkey, removePasskey } from "../api/passkeys.ts";
import { AddPasskey } from "./AddPasskey.tsx";
import { RenamePasskey } from "./RenamePasskey.tsx";

export type Step =
  | { readonly to: "add" }
  | { readonly to: "rename" | "remove"; readonly passkey: Passkey }
  | { readonly to: "codes"; readonly codes: readonly string[] };

interface Props {
  readonly step: Step | undefined;
  /** Another step, or none: then all is done. */
  readonly onNext: (step?: Step) => Promise<void>;
}

export function PasskeyDialog({ step, onNext }: Props) {
  const t = useMessages();
  return (
    <Dialog
      title={titleOf(step, t)}
      opened={step !== undefined}
      kept={step?.to === "codes"}
      onClose={() => void onNext()}
    >
      {step !== undefined && <Content step={step} onNext={onNext} />}
    </Dialog>
  );
}

function Content({ step, onNext }: Props & { readonly step: Step }) {
  const { common } = useMessages();
  const done = () => onNext();
  switch (step.to) {
    case "add":
      return (
        <AddPasskey
          onDone={({ recoveryCodes: codes }) => onNext(codes === undefined ? undefined : { to: "codes", codes })}
        />
      );
    case "rename":
      return <RenamePasskey passkey={step.passkey} onDone={done} />;
    case "remove":
      return (
        <ProofForm
          submit={common.remove}
          tone="danger"
          onProof={(proof) => removePasskey(step.passkey.id, proof).then(done)}
        />
      );
    case "codes":
      return <RecoveryCodes codes={step.codes} onDone={() => void done()} />;
  }
}

function titleOf(step: Step | undefined, { account: { security } }: Messages): string {
  switch (step?.to) {
    case undefined:
    case "add":
      return security.addPasskey;
    case "rename":
      return security.renamePasskey(step.passkey.name);
    case "remove":
      return security.removePasskey(step.passkey.name);
    case "codes":
      return security.codesTitle;
  }
}
