import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "@/api/schemas.ts";
import { Dialog } from "@/components/Ask.tsx";
import { Notice } from "@/components/Notice.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { closeTenant } from "../api/tenants.ts";

interface Props {
  readonly tenant: Schemas["TenantBrief"];
}

export function CloseSection({ tenant }: Props) {
  const { settings } = useMessages().organization;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const [differs, setDiffers] = useState(false);
  const close = async (proof: { readonly password?: string }) => {
    setDiffers(typed !== tenant.slug);
    if (typed !== tenant.slug) {
      return;
    }
    await closeTenant(tenant.id, { ...proof, slug: typed });
    await navigate({ to: "/dashboard" });
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Section
      title={settings.delete}
      text={settings.deleteText}
      aside={
        <Button className="danger" onClick={() => setOpened(true)}>
          {settings.deleteDo}
        </Button>
      }
    >
      <Dialog title={settings.delete} opened={opened} onClose={() => setOpened(false)}>
        <ProofForm submit={settings.deleteDo} tone="danger" onProof={close}>
          <Notice kind="wait">{settings.deleteText}</Notice>
          <TextInput
            label={settings.typeSlug(tenant.slug)}
            autoComplete="off"
            required
            value={typed}
            error={differs && settings.otherSlug}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </ProofForm>
      </Dialog>
    </Section>
  );
}
