import { ActionIcon, Button, Stack } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Clock, RotateCw, X } from "lucide-react";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Row, Rows } from "@/components/Rows.tsx";
import { Shown } from "@/components/Shown.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { deliveriesQuery, type Delivery, replay, sendTest } from "../api/deliveries.ts";
import type { Webhook } from "../api/webhooks.ts";

interface Props {
  readonly tenantId: string;
  readonly of: Webhook;
}

const LOOKS = {
  pending: { icon: Clock, kind: "wait" },
  delivered: { icon: Check, kind: "good" },
  failed: { icon: X, kind: "bad" },
} as const;

const OFTEN = 3_000; // milliseconds, while something is on its way

/** What was sent to a webhook, and how it went. */
export function Deliveries({ tenantId, of }: Props) {
  const t = useMessages();
  const { hooks } = t.integration;
  const queryClient = useQueryClient();
  const deliveries = useInfiniteQuery({
    ...deliveriesQuery(tenantId, of.id),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(({ status }) => status === "pending")) === true ? OFTEN : false,
  });
  const onSettled = () => queryClient.invalidateQueries({ queryKey: deliveriesQuery(tenantId, of.id).queryKey });
  const test = useMutation({ mutationFn: () => sendTest(tenantId, of.id), onSettled });
  const again = useMutation({ mutationFn: (id: string) => replay(tenantId, of.id, id), onSettled });
  const failure = test.error ?? again.error;
  return (
    <Stack gap="md">
      {failure !== null && <Notice kind="bad">{problemText(t, failure)}</Notice>}
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        {hooks.test}
      </Button>
      <Shown of={deliveries}>
        {(shown) =>
          shown.length === 0 ? (
            <Empty title={hooks.noDeliveries} />
          ) : (
            <Rows>
              {shown.map((delivery) => (
                <DeliveryRow key={delivery.id} of={delivery} onReplay={() => again.mutate(delivery.id)} />
              ))}
            </Rows>
          )
        }
      </Shown>
      <More of={deliveries} />
    </Stack>
  );
}

function DeliveryRow({ of, onReplay }: { readonly of: Delivery; readonly onReplay: () => void }) {
  const { hooks } = useMessages().integration;
  const times = useTimes();
  const { icon, kind } = LOOKS[of.status];
  const answer = of.lastStatus ?? of.lastError;
  return (
    <Row
      icon={icon}
      title={
        <>
          {of.eventType} <Tag kind={kind}>{hooks.deliveryStatus[of.status]}</Tag>
        </>
      }
      text={[
        times.time(of.createdAt),
        `${hooks.attempts}: ${of.attempts}`,
        answer === null ? "" : `${hooks.answer}: ${answer}`,
      ]
        .filter((text) => text !== "")
        .join(" · ")}
    >
      <ActionIcon variant="subtle" size="lg" aria-label={hooks.replayOf(of.eventType)} onClick={onReplay}>
        <RotateCw size={18} aria-hidden />
      </ActionIcon>
    </Row>
  );
}
