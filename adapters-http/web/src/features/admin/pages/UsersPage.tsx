import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "@/components/DataTable.tsx";
import { Person } from "@/components/Person.tsx";
import { Section } from "@/components/Section.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { type AdminUser, adminUsersQuery } from "../api/users.ts";
import { Found } from "../components/Found.tsx";
import { Operators } from "../components/Operators.tsx";
import { Search } from "../components/Search.tsx";
import { UserDeeds } from "../components/UserDeeds.tsx";

export function UsersPage() {
  return (
    <Operators title={useMessages().admin.users}>
      <UserSearch />
    </Operators>
  );
}

function UserSearch() {
  const { admin } = useMessages();
  const [query, setQuery] = useState("");
  const users = useInfiniteQuery(adminUsersQuery(query));
  return (
    <Section>
      <Search label={admin.search} busy={users.isPlaceholderData} onSearch={setQuery} />
      <Found of={users}>{(found) => <Users of={found} />}</Found>
    </Section>
  );
}

function Users({ of }: { readonly of: readonly AdminUser[] }) {
  const { admin, organization } = useMessages();
  const times = useTimes();
  return (
    <DataTable
      caption={admin.users}
      items={of}
      keyOf={(user) => user.id}
      columns={[
        {
          title: organization.members.person,
          cell: ({ fullName, email, operator }) => (
            <Person name={fullName} email={email} tag={operator ? admin.operator : undefined} />
          ),
        },
        { title: admin.state, cell: (user) => <UserState of={user} /> },
        { title: organization.settings.created, tight: true, cell: ({ createdAt }) => times.date(createdAt) },
        { title: organization.members.actions, cell: (user) => <UserDeeds of={user} /> },
      ]}
    />
  );
}

function UserState({ of: { disabled, emailVerified } }: { readonly of: AdminUser }) {
  const { admin, common } = useMessages();
  if (disabled) {
    return <Tag kind="bad">{admin.disabled}</Tag>;
  }
  return emailVerified ? <Tag kind="good">{common.status.verified}</Tag> : <Tag kind="wait">{admin.unverified}</Tag>;
}
