import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { DataTable } from "@/components/DataTable.tsx";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Secret } from "@/components/Secret.tsx";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { type ApiKey, apiKeysQuery } from "../api/api-keys.ts";
import { CreateKey } from "../components/CreateKey.tsx";
import { KeyActions } from "../components/KeyActions.tsx";
import { useKeyColumns } from "../components/use-key-columns.tsx";
import { RevokeKey } from "../components/RevokeKey.tsx";
import { RotateKey } from "../components/RotateKey.tsx";
import { Usage } from "../components/Usage.tsx";

export type Step =
  | { readonly create: true }
  | { readonly rotate: ApiKey }
  | { readonly revoke: ApiKey }
  | { readonly usage: ApiKey }
  | { readonly secret: string };

export function ApiKeysPage() {
  const { integration } = useMessages();
  const words = integration.keys;
  const { tenant } = useOpenTenant();
  const queryClient = useQueryClient();
  const keys = useInfiniteQuery(apiKeysQuery(tenant.id));
  const columns = useKeyColumns();
  const [step, setStep] = useState<Step>();
  const done = async (next?: Step) => {
    setStep(next);
    await queryClient.invalidateQueries({ queryKey: apiKeysQuery(tenant.id).queryKey });
  };
  return (
    <Page
      title={words.title}
      intro={tenant.name}
      aside={<Button onClick={() => setStep({ create: true })}>{words.create}</Button>}
    >
      <Section>
        <TenantShown of={keys}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={words.none} text={words.noneText} />
            ) : (
              <DataTable
                caption={words.title}
                items={shown}
                keyOf={(key) => key.id}
                columns={[
                  ...columns,
                  { title: words.actions, actions: true, cell: (key) => <KeyActions of={key} onStep={setStep} /> },
                ]}
              />
            )
          }
        </TenantShown>
        <More of={keys} />
      </Section>
      <Dialog title={titleOf(step)} opened={step !== undefined} onClose={() => setStep(undefined)}>
        {step !== undefined && "create" in step && (
          <CreateKey tenantId={tenant.id} onDone={(secret) => done({ secret })} />
        )}
        {step !== undefined && "rotate" in step && (
          <RotateKey tenantId={tenant.id} of={step.rotate} onDone={(secret) => done({ secret })} />
        )}
        {step !== undefined && "revoke" in step && (
          <RevokeKey tenantId={tenant.id} of={step.revoke} onDone={() => done()} />
        )}
        {step !== undefined && "usage" in step && <Usage tenantId={tenant.id} of={step.usage} />}
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
    if ("rotate" in shown) {
      return words.rotateAsk(shown.rotate.name);
    }
    return "revoke" in shown ? words.revokeAsk(shown.revoke.name) : words.usageOf(shown.usage.name);
  }
}
