import { Group } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "@/components/DataTable.tsx";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Person } from "@/components/Person.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { type AdminUser, adminUsersQuery, endSessions, mailPasswordReset, setDisabled } from "../api/users.ts";
import { Deed } from "../components/Deed.tsx";
import { Operators } from "../components/Operators.tsx";
import { Search } from "../components/Search.tsx";

export function UsersPage() {
  const { admin, organization } = useMessages();
  const [query, setQuery] = useState("");
  const users = useInfiniteQuery(adminUsersQuery(query));
  const times = useTimes();
  return (
    <Operators title={admin.users}>
      <Section>
        <Search label={admin.search} onSearch={setQuery} />
        <Shown of={users}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={admin.none} />
            ) : (
              <DataTable
                caption={admin.users}
                items={shown}
                keyOf={(user) => user.id}
                columns={[
                  {
                    title: organization.members.person,
                    cell: ({ fullName, email, operator }) => (
                      <Person name={fullName} email={email} tag={operator ? admin.operator : undefined} />
                    ),
                  },
                  { title: admin.state, cell: (user) => <UserState of={user} /> },
                  { title: organization.settings.created, cell: ({ createdAt }) => times.date(createdAt) },
                  { title: organization.members.actions, cell: (user) => <UserDeeds of={user} /> },
                ]}
              />
            )
          }
        </Shown>
        <More of={users} />
      </Section>
    </Operators>
  );
}

function UserState({ of: { disabled, emailVerified } }: { readonly of: AdminUser }) {
  const { admin, common } = useMessages();
  if (disabled) {
    return <Tag kind="bad">{admin.disabled}</Tag>;
  }
  return emailVerified ? <Tag kind="good">{common.status.verified}</Tag> : <Tag kind="wait">{admin.unverified}</Tag>;
}

function UserDeeds({ of: { id, email, disabled } }: { readonly of: AdminUser }) {
  const { admin } = useMessages();
  return (
    <Group gap="xs">
      <Deed label={admin.reset} to={email} text={admin.resetText} deed={() => mailPasswordReset(id)} />
      <Deed label={admin.endSessions} to={email} text={admin.endSessionsText} deed={() => endSessions(id)} />
      {disabled ? (
        <Deed label={admin.enable} to={email} text={admin.enableText} deed={() => setDisabled(id, false)} />
      ) : (
        <Deed label={admin.disable} to={email} text={admin.disableText} deed={() => setDisabled(id, true)} />
      )}
    </Group>
  );
}
