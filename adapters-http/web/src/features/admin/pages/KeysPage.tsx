import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "@/components/DataTable.tsx";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { adminKeysQuery, revokeKey } from "../api/keys.ts";
import { Deed } from "../components/Deed.tsx";
import { Operators } from "../components/Operators.tsx";
import { Search } from "../components/Search.tsx";

export function KeysPage() {
  const { admin, common, integration, organization } = useMessages();
  const { keys: words } = integration;
  const [query, setQuery] = useState("");
  const keys = useInfiniteQuery(adminKeysQuery(query));
  const times = useTimes();
  return (
    <Operators title={admin.keys}>
      <Section>
        <Search label={admin.search} onSearch={setQuery} />
        <Shown of={keys}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={admin.none} />
            ) : (
              <DataTable
                caption={admin.keys}
                items={shown}
                keyOf={(key) => key.id}
                columns={[
                  { title: words.name, cell: ({ name }) => <strong>{name}</strong> },
                  { title: common.nav.organization, cell: ({ tenant }) => tenant.name },
                  { title: words.scopes, cell: ({ scopes }) => <code>{scopes.join(" ")}</code> },
                  {
                    title: words.lastUsed,
                    cell: ({ lastUsedAt }) => (lastUsedAt === null ? common.never : times.ago(lastUsedAt)),
                  },
                  {
                    title: words.state,
                    cell: ({ active, revokedAt }) =>
                      active ? (
                        <Tag kind="good">{common.status.active}</Tag>
                      ) : (
                        <Tag>{revokedAt === null ? common.status.expired : common.status.revoked}</Tag>
                      ),
                  },
                  {
                    title: organization.members.actions,
                    cell: ({ id, name, active }) =>
                      active && (
                        <Deed label={words.revoke} to={name} text={words.revokeText} deed={() => revokeKey(id)} />
                      ),
                  },
                ]}
              />
            )
          }
        </Shown>
        <More of={keys} />
      </Section>
    </Operators>
  );
}
