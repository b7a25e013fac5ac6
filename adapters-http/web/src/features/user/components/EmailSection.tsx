import { TextInput } from "@mantine/core";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { Notice } from "@/components/Notice.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import { changeEmail } from "../api/change-email.ts";

export function EmailSection() {
  const { profile } = useMessages().account;
  const { email } = useMe();
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState("");
  const [sentTo, setSentTo] = useState<string>();
  const ask = async (proof: { readonly password?: string }) => {
    setSentTo((await changeEmail({ ...proof, newEmail: wanted })).newEmail);
    setOpened(false);
  };
  return (
    <Section
      title={profile.email}
      text={profile.emailText(email)}
      aside={
        <Button variant="default" onClick={() => setOpened(true)}>
          {profile.changeEmail}
        </Button>
      }
    >
      {sentTo !== undefined && <Notice kind="good">{profile.emailSent(sentTo)}</Notice>}
      <Dialog title={profile.changeEmail} opened={opened} onClose={() => setOpened(false)}>
        <ProofForm submit={profile.changeEmail} onProof={ask}>
          <TextInput
            label={profile.newEmail}
            type="email"
            autoComplete="email"
            required
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        </ProofForm>
      </Dialog>
    </Section>
  );
}
