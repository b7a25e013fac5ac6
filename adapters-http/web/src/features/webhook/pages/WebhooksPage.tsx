import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Empty } from "@/components/Empty.tsx";
import { Managers } from "@/components/Managers.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Rows } from "@/components/Rows.tsx";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { webhooksQuery } from "../api/webhooks.ts";
import { type Step, WebhookDialog } from "../components/WebhookDialog.tsx";
import { WebhookRow } from "../components/WebhookRow.tsx";

export function WebhooksPage() {
  return (
    <Managers title={useMessages().integration.hooks.title}>
      <Webhooks />
    </Managers>
  );
}

function Webhooks() {
  const words = useMessages().integration.hooks;
  const { tenant } = useOpenTenant();
  const queryClient = useQueryClient();
  const webhooks = useInfiniteQuery(webhooksQuery(tenant.id));
  const [step, setStep] = useState<Step>();
  const done = async (secret?: string) => {
    setStep(secret === undefined ? undefined : { kind: "secret", secret });
    await queryClient.invalidateQueries({ queryKey: webhooksQuery(tenant.id).queryKey });
  };
  return (
    <Page
      title={words.title}
      intro={tenant.name}
      aside={<Button onClick={() => setStep({ kind: "create" })}>{words.create}</Button>}
    >
      <Section>
        <TenantShown of={webhooks}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={words.none} text={words.noneText} />
            ) : (
              <Rows>
                {shown.map((webhook) => (
                  <WebhookRow key={webhook.id} tenantId={tenant.id} of={webhook} onStep={setStep} />
                ))}
              </Rows>
            )
          }
        </TenantShown>
        <More of={webhooks} />
      </Section>
      <WebhookDialog tenantId={tenant.id} step={step} onClose={() => setStep(undefined)} onDone={done} />
    </Page>
  );
}
