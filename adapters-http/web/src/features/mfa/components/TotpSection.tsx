import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { RecoveryCodes } from "@/components/RecoveryCodes.tsx";
import { Section } from "@/components/Section.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useMessages } from "@/locales/language.ts";
import { meQuery, useMe } from "@/session/me.ts";
import { removeTotp, renewRecoveryCodes } from "../api/totp.ts";
import { SetUpTotp } from "./SetUpTotp.tsx";

type Step = "setUp" | "remove" | "renew" | "codes";

export function TotpSection() {
  const { security } = useMessages().account;
  const { mfa } = useMe();
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const close = async () => {
    setStep(undefined);
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const keep = (fresh: readonly string[]) => {
    setCodes(fresh);
    setStep("codes");
  };
  const titles = {
    setUp: security.totp,
    remove: `${security.totp}: ${security.turnOff}`,
    renew: security.newCodes,
    codes: security.codesTitle,
  };
  return (
    <Section
      title={security.totp}
      text={security.totpText}
      aside={<Tag kind={mfa.totp ? "good" : "quiet"}>{mfa.totp ? security.on : security.off}</Tag>}
    >
      <Group gap="sm">
        {mfa.totp ? (
          <>
            <Button variant="default" onClick={() => setStep("remove")}>
              {security.turnOff}
            </Button>
            <Button variant="default" onClick={() => setStep("renew")}>
              {security.newCodes}
            </Button>
            <span>{security.codesLeft(mfa.recoveryCodesLeft)}</span>
          </>
        ) : (
          <Button onClick={() => setStep("setUp")}>{security.setUp}</Button>
        )}
      </Group>
      <Dialog
        title={step === undefined ? "" : titles[step]}
        opened={step !== undefined}
        kept={step === "codes"}
        onClose={() => void close()}
      >
        {step === "setUp" && <SetUpTotp onDone={keep} />}
        {step === "remove" && (
          <ProofForm
            submit={security.turnOff}
            withCode
            tone="danger"
            onProof={(proof) => removeTotp(proof).then(close)}
          />
        )}
        {step === "renew" && (
          <ProofForm
            submit={security.newCodes}
            withCode
            onProof={async (proof) => keep((await renewRecoveryCodes(proof)).recoveryCodes)}
          />
        )}
        {step === "codes" && <RecoveryCodes codes={codes} onDone={() => void close()} />}
      </Dialog>
    </Section>
  );
}
