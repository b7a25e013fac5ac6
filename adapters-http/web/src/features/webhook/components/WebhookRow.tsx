import { useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyRound, List, Pause, Pencil, Play, Trash2, Webhook as Icon } from "lucide-react";
import { Actions } from "@/components/Actions.tsx";
import { Breakable } from "@/components/Breakable.tsx";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Row } from "@/components/Rows.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { changeWebhook, type Webhook, webhooksQuery } from "../api/webhooks.ts";
import { EVERYTHING } from "../event-types.ts";
import type { Step } from "./WebhookDialog.tsx";

interface Props {
  readonly tenantId: string;
  readonly of: Webhook;
  readonly onStep: (step: Step) => void;
}

export function WebhookRow({ tenantId, of: webhook, onStep }: Props) {
  const t = useMessages();
  const { hooks } = t.integration;
  const { id, url, description, events, active } = webhook;
  const queryClient = useQueryClient();
  const toggle = useMutation({
    mutationFn: () => changeWebhook(tenantId, id, { active: !active }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksQuery(tenantId).queryKey }),
  });
  const about = events.includes(EVERYTHING) ? hooks.everything : events.join(" ");
  return (
    <Row
      icon={Icon}
      title={
        <>
          <Breakable text={url} /> <State of={webhook} />
          {toggle.isError && <Notice kind="bad">{problemText(t, toggle.error)}</Notice>}
        </>
      }
      text={[description, about].filter((text) => text !== "").join(" · ")}
    >
      <Actions
        to={url}
        actions={[
          { icon: List, label: hooks.deliveries, onPick: () => onStep({ kind: "deliveries", webhook }) },
          { icon: Pencil, label: hooks.change, onPick: () => onStep({ kind: "change", webhook }) },
          active
            ? { icon: Pause, label: hooks.pause, onPick: () => toggle.mutate() }
            : { icon: Play, label: hooks.resume, onPick: () => toggle.mutate() },
          { icon: KeyRound, label: hooks.newSecret, onPick: () => onStep({ kind: "renew", webhook }) },
          { icon: Trash2, label: t.common.remove, onPick: () => onStep({ kind: "remove", webhook }) },
        ]}
      />
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
