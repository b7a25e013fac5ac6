import { ActionIcon, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import { useState } from "react";
import type { Role } from "@/api/schemas.ts";
import { Ask } from "@/components/Ask.tsx";
import { useMessages } from "@/locales/language.ts";
import { type Member } from "@/session/members.ts";
import { membersQuery, removeMember } from "../api/members.ts";
import { mayChange } from "../may-change.ts";

interface Props {
  readonly member: Member;
  readonly mine: Role;
  readonly tenantId: string;
}

export function RemoveMember({ member, mine, tenantId }: Props) {
  const { members } = useMessages().organization;
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [keepKeys, setKeepKeys] = useState(false);
  const removal = useMutation({
    mutationFn: () => removeMember(tenantId, member.userId, keepKeys),
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: membersQuery(tenantId).queryKey });
    },
  });
  const name = member.fullName || member.email;
  if (!mayChange(mine, member.role)) {
    return null;
  }
  return (
    <>
      <ActionIcon variant="subtle" size="lg" aria-label={members.remove(name)} onClick={() => setAsking(true)}>
        <UserMinus size={18} aria-hidden />
      </ActionIcon>
      <Ask
        title={members.removeAsk(name)}
        yes={members.remove(name)}
        opened={asking}
        busy={removal.isPending}
        failure={removal.error}
        onYes={() => removal.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{members.removeText}</p>
        <Checkbox
          label={members.keepKeys}
          checked={keepKeys}
          onChange={(event) => setKeepKeys(event.currentTarget.checked)}
        />
      </Ask>
    </>
  );
}
