import { Button } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { Notice } from "@/components/Notice.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import { ChangeEmail } from "./ChangeEmail.tsx";

export function EmailSection() {
  const { profile } = useMessages().account;
  const { email } = useMe();
  const [opened, setOpened] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const sent = (newEmail: string) => {
    setSentTo(newEmail);
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
        <ChangeEmail onSent={sent} />
      </Dialog>
    </Section>
  );
}
