import { ActionIcon, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MailX, Send } from "lucide-react";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { type Invitation, invitationsQuery, resendInvitation, revokeInvitation } from "../api/invitations.ts";

interface Props {
  readonly invitation: Invitation;
  readonly tenantId: string;
}

export function InvitationActions({ invitation: { id, email, status }, tenantId }: Props) {
  const t = useMessages();
  const words = t.organization.invitations;
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: invitationsQuery(tenantId).queryKey });
  const resend = useMutation({ mutationFn: () => resendInvitation(tenantId, id), onSettled });
  const revoke = useMutation({ mutationFn: () => revokeInvitation(tenantId, id), onSettled });
  const failure = resend.error ?? revoke.error;
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
        {status === "pending" && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.revokeOf(email)}
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            <MailX size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {resend.isSuccess && <Notice kind="good">{words.sent(email)}</Notice>}
      {failure !== null && <Notice kind="bad">{problemText(t, failure)}</Notice>}
    </>
  );
}
