import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Breakable } from "@/components/Breakable.tsx";
import { DataTable } from "@/components/DataTable.tsx";
import { Scopes } from "@/components/Scopes.tsx";
import { Section } from "@/components/Section.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { type AdminKey, adminKeysQuery, revokeKey } from "../api/keys.ts";
import { Deed } from "../components/Deed.tsx";
import { Found } from "../components/Found.tsx";
import { Operators } from "../components/Operators.tsx";
import { Search } from "../components/Search.tsx";
import styles from "./KeysPage.module.css";

export function KeysPage() {
  return (
    <Operators title={useMessages().admin.keys}>
      <KeySearch />
    </Operators>
  );
}

function KeySearch() {
  const { admin } = useMessages();
  const [query, setQuery] = useState("");
  const keys = useInfiniteQuery(adminKeysQuery(query));
  return (
    <Section>
      <Search label={admin.search} hint={admin.searchKeys} busy={keys.isPlaceholderData} onSearch={setQuery} />
      <Found of={keys}>{(found) => <Keys of={found} />}</Found>
    </Section>
  );
}

function Keys({ of }: { readonly of: readonly AdminKey[] }) {
  const { admin, common, integration, organization } = useMessages();
  const words = integration.keys;
  const times = useTimes();
  return (
    <DataTable
      caption={admin.keys}
      items={of}
      keyOf={(key) => key.id}
      columns={[
        {
          title: words.name,
          cell: ({ name }) => (
            <strong>
              <Breakable text={name} />
            </strong>
          ),
        },
        { title: common.nav.organization, cell: ({ tenant }) => tenant.name },
        {
          title: admin.prefix,
          cell: ({ prefix, lastFour }) => <code className={styles.prefix}>{`${prefix}_…${lastFour}`}</code>,
        },
        { title: words.scopes, cell: ({ scopes }) => <Scopes of={scopes} /> },
        {
          title: words.lastUsed,
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? common.never : times.ago(lastUsedAt)),
        },
        { title: words.state, cell: (key) => <KeyState of={key} /> },
        {
          title: organization.members.actions,
          cell: ({ id, name, active }) =>
            active && <Deed label={words.revoke} to={name} text={words.revokeText} deed={() => revokeKey(id)} />,
        },
      ]}
    />
  );
}

function KeyState({ of: { active, revokedAt } }: { readonly of: AdminKey }) {
  const { status } = useMessages().common;
  if (active) {
    return <Tag kind="good">{status.active}</Tag>;
  }
  return <Tag>{revokedAt === null ? status.expired : status.revoked}</Tag>;
}
