import { Group } from "@mantine/core";
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
import { type AdminTenant, adminTenantsQuery, changeTenant, restoreTenant } from "../api/tenants.ts";
import { Deed } from "../components/Deed.tsx";
import { Operators } from "../components/Operators.tsx";
import { Search } from "../components/Search.tsx";

const KINDS = { active: "good", inactive: "quiet", suspended: "bad" } as const;

export function TenantsPage() {
  const { admin, common, organization } = useMessages();
  const [query, setQuery] = useState("");
  const tenants = useInfiniteQuery(adminTenantsQuery(query));
  const times = useTimes();
  return (
    <Operators title={admin.tenants}>
      <Section>
        <Search label={admin.search} onSearch={setQuery} />
        <Shown of={tenants}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={admin.none} />
            ) : (
              <DataTable
                caption={admin.tenants}
                items={shown}
                keyOf={(tenant) => tenant.id}
                columns={[
                  { title: organization.settings.name, cell: ({ name }) => <strong>{name}</strong> },
                  { title: organization.settings.slug, cell: ({ slug }) => <code>{slug}</code> },
                  { title: admin.state, cell: ({ status }) => <Tag kind={KINDS[status]}>{common.status[status]}</Tag> },
                  { title: organization.settings.plan, cell: ({ plan }) => plan },
                  { title: organization.members.title, cell: ({ members }) => members },
                  { title: organization.settings.created, cell: ({ createdAt }) => times.date(createdAt) },
                  { title: organization.members.actions, cell: (tenant) => <TenantDeeds of={tenant} /> },
                ]}
              />
            )
          }
        </Shown>
        <More of={tenants} />
      </Section>
    </Operators>
  );
}

function TenantDeeds({ of: { id, name, status, removedAfter } }: { readonly of: AdminTenant }) {
  const { admin } = useMessages();
  if (removedAfter !== null) {
    return <Deed label={admin.restore} to={name} text={admin.restoreText} deed={() => restoreTenant(id)} />;
  }
  return (
    <Group gap="xs">
      {status === "active" ? (
        <Deed
          label={admin.suspend}
          to={name}
          text={admin.suspendText}
          deed={() => changeTenant(id, { status: "suspended" })}
        />
      ) : (
        <Deed
          label={admin.activate}
          to={name}
          text={admin.activateText}
          deed={() => changeTenant(id, { status: "active" })}
        />
      )}
    </Group>
  );
}
