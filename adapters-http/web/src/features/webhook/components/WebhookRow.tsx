import { ActionIcon, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyRound, List, Pause, Play, Trash2, Webhook as Icon } from "lucide-react";
import { Row } from "@/components/Rows.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { setActive, type Webhook, webhooksQuery } from "../api/webhooks.ts";
import type { Step } from "../pages/WebhooksPage.tsx";

interface Props {
  readonly tenantId: string;
  readonly of: Webhook;
  readonly onStep: (step: Step) => void;
}

export function WebhookRow({ tenantId, of: webhook, onStep }: Props) {
  const { common, integration } = useMessages();
  const { hooks } = integration;
  const { id, url, description, events, active } = webhook;
  const queryClient = useQueryClient();
  const toggle = useMutation({
    mutationFn: () => setActive(tenantId, id, !active),
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksQuery(tenantId).queryKey }),
  });
  return (
    <Row
      icon={Icon}
      title={
        <>
          {url} <State of={webhook} />
        </>
      }
      text={[description, events.join(" ")].filter((text) => text !== "").join(" · ")}
    >
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={hooks.deliveriesOf(url)}
          onClick={() => onStep({ deliveries: webhook })}
        >
          <List size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="lg"
          loading={toggle.isPending}
          aria-label={active ? hooks.pauseOf(url) : hooks.resumeOf(url)}
          onClick={() => toggle.mutate()}
        >
          {active ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={hooks.newSecretOf(url)}
          onClick={() => onStep({ renew: webhook })}
        >
          <KeyRound size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={`${common.remove}: ${url}`}
          onClick={() => onStep({ remove: webhook })}
        >
          <Trash2 size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Row>
  );
}

function State({ of: { active, failingSince } }: { readonly of: Webhook }) {
  const { common, integration } = useMessages();
  const times = useTimes();
  if (!active) {
    return <Tag>{integration.hooks.paused}</Tag>;
  }
  return failingSince === null ? (
    <Tag kind="good">{common.status.active}</Tag>
  ) : (
    <Tag kind="bad">{integration.hooks.failing(times.ago(failingSince))}</Tag>
  );
}
