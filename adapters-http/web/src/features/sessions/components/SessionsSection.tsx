import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { deviceOf } from "@/components/device.ts";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Row, Rows } from "@/components/Rows.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { endOtherSessions, endSession, type Session, sessionsQuery } from "../api/sessions.ts";

export function SessionsSection() {
  const t = useMessages();
  const { security } = t.account;
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const refreshed = () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const endOne = useMutation({ mutationFn: endSession, onSettled: refreshed });
  const endOthers = useMutation({ mutationFn: endOtherSessions, onSettled: refreshed });
  const failure = endOne.error ?? endOthers.error;
  return (
    <Section
      title={security.sessions}
      text={security.sessionsText}
      aside={
        (sessions.data?.length ?? 0) > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {security.signOutOthers}
          </Button>
        )
      }
    >
      {failure !== null && <Notice kind="bad">{problemText(t, failure)}</Notice>}
      <Shown of={sessions}>
        {(live) => (
          <Rows>
            {live.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => endOne.mutate(session.id)} />
            ))}
          </Rows>
        )}
      </Shown>
    </Section>
  );
}

function SessionRow({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const { security } = useMessages().account;
  const times = useTimes();
  const device = deviceOf(session.userAgent);
  const name = device?.text ?? security.unknownDevice;
  return (
    <Row
      icon={device?.handheld === true ? Smartphone : Monitor}
      title={
        <>
          {name} {session.current && <Tag kind="good">{security.thisDevice}</Tag>}
        </>
      }
      text={[session.ip, security.lastUsed(times.ago(session.lastUsedAt))].filter(Boolean).join(" · ")}
    >
      {!session.current && (
        <Button variant="default" size="xs" onClick={onEnd} aria-label={`${security.signOutHere}: ${name}`}>
          {security.signOutHere}
        </Button>
      )}
    </Row>
  );
}
