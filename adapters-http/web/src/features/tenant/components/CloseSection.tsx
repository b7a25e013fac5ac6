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
import { sessionEnded } from "@/session/events.ts";
import { meQuery, useMe } from "@/session/me.ts";
import { signOut } from "@/session/sign-out.ts";
import { moveOutOf } from "@/session/switch-tenant.ts";
import { type Closing, closeTenant } from "../api/tenants.ts";

interface Props {
  readonly tenant: Schemas["TenantBrief"];
}

export function CloseSection({ tenant }: Props) {
  const { settings } = useMessages().organization;
  const close = useClose(tenant.id);
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const [differs, setDiffers] = useState(false);
  const confirm = async (proof: { readonly password?: string }) => {
    setDiffers(typed !== tenant.slug);
    if (typed === tenant.slug) {
      await close({ ...proof, slug: typed });
    }
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
        <ProofForm submit={settings.deleteDo} tone="danger" onProof={confirm}>
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

/** Closes, and goes on in another organization; who has none is signed out, as nobody gets in without one. */
function useClose(tenantId: string) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const me = useMe();
  return async (proof: Closing) => {
    const goesOn = await moveOutOf(tenantId, me);
    await closeTenant(tenantId, proof);
    if (goesOn) {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await navigate({ to: "/dashboard" });
    } else {
      await signOut();
      await navigate({ to: "/login", replace: true, state: { notice: "closed" } });
      queryClient.clear();
      sessionEnded();
    }
  };
}
