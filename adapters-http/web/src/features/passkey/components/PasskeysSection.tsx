import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { Empty } from "@/components/Empty.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { RecoveryCodes } from "@/components/RecoveryCodes.tsx";
import { Rows, Row } from "@/components/Rows.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { knowsPasskeys } from "@/session/passkey.ts";
import { type Passkey, passkeysQuery, removePasskey } from "../api/passkeys.ts";
import { AddPasskey } from "./AddPasskey.tsx";

type Step = { readonly add: true } | { readonly remove: Passkey } | { readonly codes: readonly string[] };

export function PasskeysSection() {
  const { account, common } = useMessages();
  const { security } = account;
  const passkeys = useQuery(passkeysQuery);
  const queryClient = useQueryClient();
  const times = useTimes();
  const [step, setStep] = useState<Step>();
  const close = async () => {
    setStep(undefined);
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const added = async ({ recoveryCodes }: Passkey) => {
    await close();
    if (recoveryCodes !== undefined) {
      setStep({ codes: recoveryCodes });
    }
  };
  return (
    <Section
      title={security.passkeys}
      text={knowsPasskeys() ? security.passkeysText : security.passkeysUnknown}
      aside={
        knowsPasskeys() && (
          <Button variant="default" onClick={() => setStep({ add: true })}>
            {security.addPasskey}
          </Button>
        )
      }
    >
      <Shown of={passkeys}>
        {(known) =>
          known.length === 0 ? (
            <Empty title={security.passkeysNone} />
          ) : (
            <Rows>
              {known.map((passkey) => (
                <Row
                  key={passkey.id}
                  icon={KeyRound}
                  title={passkey.name}
                  text={`${security.added(times.date(passkey.createdAt))} · ${
                    passkey.lastUsedAt === null ? security.neverUsed : security.used(times.ago(passkey.lastUsedAt))
                  }`}
                >
                  <Button variant="default" size="xs" onClick={() => setStep({ remove: passkey })}>
                    {common.remove}
                  </Button>
                </Row>
              ))}
            </Rows>
          )
        }
      </Shown>
      <Dialog title={titleOf(step)} opened={step !== undefined} onClose={() => void close()}>
        {step !== undefined && "add" in step && <AddPasskey onDone={added} />}
        {step !== undefined && "remove" in step && (
          <ProofForm
            submit={common.remove}
            tone="danger"
            onProof={(proof) => removePasskey(step.remove.id, proof).then(close)}
          />
        )}
        {step !== undefined && "codes" in step && <RecoveryCodes codes={step.codes} onDone={() => void close()} />}
      </Dialog>
    </Section>
  );

  function titleOf(shown: Step | undefined): string {
    if (shown === undefined || "add" in shown) {
      return security.addPasskey;
    }
    return "remove" in shown ? security.removePasskey(shown.remove.name) : security.codesTitle;
  }
}
