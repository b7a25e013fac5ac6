import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { deleteMe } from "../api/delete-me.ts";

export function DeleteSection() {
  const { security } = useMessages().account;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const erase = async (proof: { readonly password?: string }) => {
    await deleteMe(proof);
    await navigate({ to: "/login", replace: true, state: { notice: "deleted" } });
    queryClient.clear();
  };
  return (
    <Section
      title={security.delete}
      text={security.deleteText}
      aside={
        <Button className="danger" onClick={() => setOpened(true)}>
          {security.deleteDo}
        </Button>
      }
    >
      <Dialog title={security.delete} opened={opened} onClose={() => setOpened(false)}>
        <ProofForm submit={security.deleteDo} tone="danger" onProof={erase} />
      </Dialog>
    </Section>
  );
}
