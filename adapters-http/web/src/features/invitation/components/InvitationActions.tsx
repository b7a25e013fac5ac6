import { ActionIcon, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MailX, Send } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { Confirm } from "@/components/Confirm.tsx";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { type Invitation, invitationsQuery, resendInvitation, revokeInvitation } from "../api/invitations.ts";

interface Props {
  readonly invitation: Invitation;
  readonly tenantId: string;
}

export function InvitationActions({ invitation, tenantId }: Props) {
  const t = useMessages();
  const words = t.organization.invitations;
  const { id, email, status } = invitation;
  const [sent, setSent] = useState(0);
  const onSettled = useReload(tenantId);
  const onSuccess = () => setSent(sent + 1);
  const resend = useMutation({ mutationFn: () => resendInvitation(tenantId, id), onSuccess, onSettled });
  return (
    <>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={words.resendTo(email)}
          loading={resend.isPending}
          onClick={() => resend.mutate()}
        >
          <Send size={18} aria-hidden />
        </ActionIcon>
        {status === "pending" && <Revoke invitation={invitation} tenantId={tenantId} />}
      </Group>
      {resend.isSuccess && <Notice kind="good">{sent > 1 ? words.sentAgain(email, sent) : words.sent(email)}</Notice>}
      {resend.isError && <Notice kind="bad">{problemText(t, resend.error)}</Notice>}
    </>
  );
}

function Revoke({ invitation: { id, email }, tenantId }: Props) {
  const words = useMessages().organization.invitations;
  const [asking, setAsking] = useState(false);
  const reload = useReload(tenantId);
  const revoke = async () => {
    await revokeInvitation(tenantId, id);
    setAsking(false);
    await reload();
  };
  return (
    <>
      <ActionIcon variant="subtle" size="lg" aria-label={words.revokeOf(email)} onClick={() => setAsking(true)}>
        <MailX size={18} aria-hidden />
      </ActionIcon>
      <Dialog title={words.revokeAsk(email)} opened={asking} onClose={() => setAsking(false)}>
        <Confirm text={words.revokeText} submit={words.revoke} tone="danger" onConfirm={revoke} />
      </Dialog>
    </>
  );
}

/** Asks for the invitations anew. */
function useReload(tenantId: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: invitationsQuery(tenantId).queryKey });
}
