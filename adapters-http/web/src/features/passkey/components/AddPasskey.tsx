import { TextInput } from "@mantine/core";
import { useState } from "react";
import { ProofForm } from "@/components/ProofForm.tsx";
import { deviceOf } from "@/components/device.ts";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import { addPasskey, type Passkey } from "../api/passkeys.ts";

interface Props {
  readonly onDone: (passkey: Passkey) => Promise<void>;
}

export function AddPasskey({ onDone }: Props) {
  const { security } = useMessages().account;
  const { mfa } = useMe();
  const [name, setName] = useState(() => deviceOf(navigator.userAgent)?.text ?? "");
  return (
    <ProofForm
      submit={security.addPasskey}
      withCode={mfa.totp}
      onProof={async (proof) => onDone(await addPasskey(name.trim() || security.passkeys, proof))}
    >
      <TextInput
        label={security.passkeyName}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ProofForm>
  );
}
