import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Ask } from "@/components/Ask.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { leaveTenant } from "../api/tenants.ts";

export function LeaveSection({ tenantId }: { readonly tenantId: string }) {
  const { settings } = useMessages().organization;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: () => leaveTenant(tenantId),
    onSuccess: async () => {
      await navigate({ to: "/dashboard" });
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return (
    <Section
      title={settings.leave}
      text={settings.leaveText}
      aside={
        <Button variant="default" onClick={() => setAsking(true)}>
          {settings.leaveDo}
        </Button>
      }
    >
      <Ask
        title={settings.leave}
        yes={settings.leaveDo}
        opened={asking}
        busy={leave.isPending}
        failure={leave.error}
        onYes={() => leave.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{settings.leaveText}</p>
      </Ask>
    </Section>
  );
}
