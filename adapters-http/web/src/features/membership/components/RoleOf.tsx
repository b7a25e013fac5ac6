import { NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Role } from "@/api/schemas.ts";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Tag } from "@/components/Tag.tsx";
import { useMessages } from "@/locales/language.ts";
import { type Member } from "@/session/members.ts";
import { meQuery } from "@/session/me.ts";
import { changeRole, membersQuery, type RoleChange } from "../api/members.ts";
import { mayChange } from "../may-change.ts";
import { AskAboutKeys } from "./AskAboutKeys.tsx";

interface Props {
  readonly member: Member;
  readonly mine: Role;
  readonly tenantId: string;
}

export function RoleOf(props: Props) {
  const { common } = useMessages();
  const { member, mine } = props;
  return mayChange(mine, member.role) ? <RoleSelect {...props} /> : <Tag>{common.roles[member.role]}</Tag>;
}

/** Who becomes a member has no API keys any more, so that is asked about; all else is done at once. */
function RoleSelect({ member, mine, tenantId }: Props) {
  const t = useMessages();
  const words = t.organization.members;
  const change = useRoleChange(tenantId, member);
  const [asking, setAsking] = useState(false);
  const name = member.fullName || member.email;
  const roles: Role[] = mine === "owner" ? ["owner", "admin", "member"] : ["admin", "member"];
  const choose = (role: Role) => (role === "member" ? setAsking(true) : change.mutate({ role }));
  return (
    <>
      <NativeSelect
        aria-label={words.roleOf(name)}
        size="xs"
        data={roles.map((role) => ({ value: role, label: t.common.roles[role] }))}
        value={change.isPending ? change.variables.role : member.role}
        disabled={change.isPending}
        onChange={(event) => choose(event.currentTarget.value as Role)}
      />
      {change.isError && !asking && <Notice kind="bad">{problemText(t, change.error)}</Notice>}
      <AskAboutKeys
        title={words.demoteAsk(name)}
        text={words.demoteText}
        yes={words.demote}
        opened={asking}
        busy={change.isPending}
        failure={change.error}
        onYes={(keepKeys) => change.mutate({ role: "member", keepKeys }, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function useRoleChange(tenantId: string, member: Member) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (to: RoleChange) => changeRole(tenantId, member.userId, to),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: membersQuery(tenantId).queryKey }),
        queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  });
}
