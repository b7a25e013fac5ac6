import { Button, Group } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Empty } from "@/components/Empty.tsx";
import { Row, Rows } from "@/components/Rows.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { knowsPasskeys } from "@/session/passkey.ts";
import { type Passkey, passkeysQuery } from "../api/passkeys.ts";
import { PasskeyDialog, type Step } from "./PasskeyDialog.tsx";

export function PasskeysSection() {
  const { security } = useMessages().account;
  const passkeys = useQuery(passkeysQuery);
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>();
  const next = async (following?: Step) => {
    setStep(following);
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Section
      title={security.passkeys}
      text={knowsPasskeys() ? security.passkeysText : security.passkeysUnknown}
      aside={
        knowsPasskeys() && (
          <Button variant="default" onClick={() => setStep({ to: "add" })}>
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
                <PasskeyRow key={passkey.id} passkey={passkey} onStep={setStep} />
              ))}
            </Rows>
          )
        }
      </Shown>
      <PasskeyDialog step={step} onNext={next} />
    </Section>
  );
}

interface RowProps {
  readonly passkey: Passkey;
  readonly onStep: (step: Step) => void;
}

function PasskeyRow({ passkey, onStep }: RowProps) {
  const { account, common } = useMessages();
  const { security } = account;
  const times = useTimes();
  const { name, createdAt, lastUsedAt } = passkey;
  const used = lastUsedAt === null ? security.neverUsed : security.used(times.ago(lastUsedAt));
  return (
    <Row icon={KeyRound} title={name} text={`${security.added(times.date(createdAt))} · ${used}`}>
      <Group gap="xs" justify="flex-end">
        <Button
          variant="default"
          size="xs"
          aria-label={security.renamePasskey(name)}
          onClick={() => onStep({ to: "rename", passkey })}
        >
          {common.rename}
        </Button>
        <Button
          variant="default"
          size="xs"
          aria-label={security.removeOf(name)}
          onClick={() => onStep({ to: "remove", passkey })}
        >
          {common.remove}
        </Button>
      </Group>
    </Row>
  );
}
