import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "@/components/DataTable.tsx";
import { Empty } from "@/components/Empty.tsx";
import { Managers } from "@/components/Managers.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { type ApiKey, apiKeysQuery } from "../api/api-keys.ts";
import { KeyActions } from "../components/KeyActions.tsx";
import { KeyDialog, type Step } from "../components/KeyDialog.tsx";
import { useKeyColumns } from "../components/use-key-columns.tsx";

export function ApiKeysPage() {
  return (
    <Managers title={useMessages().integration.keys.title}>
      <ApiKeys />
    </Managers>
  );
}

function ApiKeys() {
  const { keys: words } = useMessages().integration;
  const { tenant } = useOpenTenant();
  const queryClient = useQueryClient();
  const keys = useInfiniteQuery(apiKeysQuery(tenant.id));
  const [step, setStep] = useState<Step>();
  const done = async (secret?: string) => {
    setStep(secret === undefined ? undefined : { kind: "secret", secret });
    await queryClient.invalidateQueries({ queryKey: apiKeysQuery(tenant.id).queryKey });
  };
  return (
    <Page
      title={words.title}
      intro={tenant.name}
      aside={<Button onClick={() => setStep({ kind: "create" })}>{words.create}</Button>}
    >
      <Section>
        <TenantShown of={keys}>{(shown) => <KeyTable keys={shown} onStep={setStep} />}</TenantShown>
        <More of={keys} />
      </Section>
      <KeyDialog tenantId={tenant.id} step={step} onClose={() => setStep(undefined)} onDone={done} />
    </Page>
  );
}

function KeyTable({ keys, onStep }: { readonly keys: readonly ApiKey[]; readonly onStep: (step: Step) => void }) {
  const words = useMessages().integration.keys;
  const columns = useKeyColumns();
  const actions = {
    title: words.actions,
    actions: true,
    cell: (key: ApiKey) => <KeyActions of={key} onStep={onStep} />,
  };
  return keys.length === 0 ? (
    <Empty title={words.none} text={words.noneText} />
  ) : (
    <DataTable caption={words.title} items={keys} keyOf={(key) => key.id} columns={[...columns, actions]} />
  );
}
