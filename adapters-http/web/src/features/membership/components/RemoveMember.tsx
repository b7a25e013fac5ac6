import { ActionIcon } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import { useState } from "react";
import type { Role } from "@/api/schemas.ts";
import { useMessages } from "@/locales/language.ts";
import { type Member } from "@/session/members.ts";
import { membersQuery, removeMember } from "../api/members.ts";
import { mayChange } from "../may-change.ts";
import { AskAboutKeys } from "./AskAboutKeys.tsx";

interface Props {
  readonly member: Member;
  readonly mine: Role;
  readonly tenantId: string;
}

export function RemoveMember({ member, mine, tenantId }: Props) {
  const { members } = useMessages().organization;
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: (keepKeys: boolean) => removeMember(tenantId, member.userId, keepKeys),
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
      <AskAboutKeys
        title={members.removeAsk(name)}
        text={members.removeText}
        yes={members.remove(name)}
        opened={asking}
        busy={removal.isPending}
        failure={removal.error}
        onYes={(keepKeys) => removal.mutate(keepKeys)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
