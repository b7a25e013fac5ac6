import { NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Role } from "@/api/schemas.ts";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Tag } from "@/components/Tag.tsx";
import { useMessages } from "@/locales/language.ts";
import { type Member } from "@/session/members.ts";
import { meQuery } from "@/session/me.ts";
import { changeRole, membersQuery } from "../api/members.ts";
import { mayChange } from "../may-change.ts";

interface Props {
  readonly member: Member;
  readonly mine: Role;
  readonly tenantId: string;
}

export function RoleOf({ member, mine, tenantId }: Props) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (role: Role) => changeRole(tenantId, member.userId, role),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: membersQuery(tenantId).queryKey }),
        queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  });
  if (!mayChange(mine, member.role)) {
    return <Tag>{t.common.roles[member.role]}</Tag>;
  }
  const roles: Role[] = mine === "owner" ? ["owner", "admin", "member"] : ["admin", "member"];
  return (
    <>
      <NativeSelect
        aria-label={t.organization.members.roleOf(member.fullName || member.email)}
        size="xs"
        data={roles.map((role) => ({ value: role, label: t.common.roles[role] }))}
        value={change.isPending ? change.variables : member.role}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.value as Role)}
      />
      {change.isError && <Notice kind="bad">{problemText(t, change.error)}</Notice>}
    </>
  );
}
