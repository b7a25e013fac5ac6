import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Rows } from "@/components/Rows.tsx";
import { Secret } from "@/components/Secret.tsx";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { type Webhook, webhooksQuery } from "../api/webhooks.ts";
import { CreateWebhook } from "../components/CreateWebhook.tsx";
import { Deliveries } from "../components/Deliveries.tsx";
import { RemoveWebhook } from "../components/RemoveWebhook.tsx";
import { RenewSecret } from "../components/RenewSecret.tsx";
import { WebhookRow } from "../components/WebhookRow.tsx";

export type Step =
  | { readonly create: true }
  | { readonly deliveries: Webhook }
  | { readonly renew: Webhook }
  | { readonly remove: Webhook }
  | { readonly secret: string };

export function WebhooksPage() {
  const { integration } = useMessages();
  const words = integration.hooks;
  const { tenant } = useOpenTenant();
  const queryClient = useQueryClient();
  const webhooks = useInfiniteQuery(webhooksQuery(tenant.id));
  const [step, setStep] = useState<Step>();
  const done = async (next?: Step) => {
    setStep(next);
    await queryClient.invalidateQueries({ queryKey: webhooksQuery(tenant.id).queryKey });
  };
  return (
    <Page
      title={words.title}
      intro={tenant.name}
      aside={<Button onClick={() => setStep({ create: true })}>{words.create}</Button>}
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
      <Dialog title={titleOf(step)} opened={step !== undefined} onClose={() => setStep(undefined)}>
        {step !== undefined && "create" in step && (
          <CreateWebhook tenantId={tenant.id} onDone={(secret) => done({ secret })} />
        )}
        {step !== undefined && "deliveries" in step && <Deliveries tenantId={tenant.id} of={step.deliveries} />}
        {step !== undefined && "renew" in step && (
          <RenewSecret tenantId={tenant.id} of={step.renew} onDone={(secret) => done({ secret })} />
        )}
        {step !== undefined && "remove" in step && (
          <RemoveWebhook tenantId={tenant.id} of={step.remove} onDone={() => done()} />
        )}
        {step !== undefined && "secret" in step && (
          <Secret text={step.secret} warning={words.once} onDone={() => setStep(undefined)} />
        )}
      </Dialog>
    </Page>
  );

  function titleOf(shown: Step | undefined): string {
    if (shown === undefined || "create" in shown) {
      return words.create;
    }
    if ("secret" in shown) {
      return words.fresh;
    }
    if ("remove" in shown) {
      return words.removeAsk;
    }
    return "renew" in shown ? words.newSecret : words.deliveries;
  }
}
