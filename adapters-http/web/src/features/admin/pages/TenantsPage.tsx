import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "@/components/DataTable.tsx";
import { Section } from "@/components/Section.tsx";
import { useTimes } from "@/locales/format.ts";
import { useLanguage, useMessages } from "@/locales/language.ts";
import { type AdminTenant, adminTenantsQuery, STATUSES } from "../api/tenants.ts";
import { Found } from "../components/Found.tsx";
import { Operators } from "../components/Operators.tsx";
import { Search } from "../components/Search.tsx";
import { TenantDeeds } from "../components/TenantDeeds.tsx";
import { TenantState } from "../components/TenantState.tsx";
import styles from "./TenantsPage.module.css";

export function TenantsPage() {
  return (
    <Operators title={useMessages().admin.tenants}>
      <TenantSearch />
    </Operators>
  );
}

function TenantSearch() {
  const { admin, common } = useMessages();
  const [query, setQuery] = useState("");
  const [status, setStatus] = useState<AdminTenant["status"] | "">("");
  const tenants = useInfiniteQuery(adminTenantsQuery(query, status));
  return (
    <Section>
      <div className={styles.filter}>
        <Search label={admin.search} busy={tenants.isPlaceholderData} onSearch={setQuery} />
        <NativeSelect
          label={admin.state}
          value={status}
          data={[
            { value: "", label: admin.anyState },
            ...STATUSES.map((value) => ({ value, label: common.status[value] })),
          ]}
          onChange={(event) => setStatus(event.currentTarget.value as AdminTenant["status"] | "")}
        />
      </div>
      <Found of={tenants}>{(found) => <Tenants of={found} />}</Found>
    </Section>
  );
}

function Tenants({ of }: { readonly of: readonly AdminTenant[] }) {
  const { admin, organization } = useMessages();
  const { settings, members } = organization;
  const times = useTimes();
  const numbers = new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
  return (
    <DataTable
      caption={admin.tenants}
      items={of}
      keyOf={(tenant) => tenant.id}
      columns={[
        { title: settings.name, cell: ({ name }) => <strong>{name}</strong> },
        { title: settings.slug, cell: ({ slug }) => <code>{slug}</code> },
        { title: admin.state, cell: (tenant) => <TenantState of={tenant} /> },
        { title: settings.plan, tight: true, cell: ({ plan }) => plan },
        { title: settings.quota, cell: ({ quotaLimit }) => numbers.format(quotaLimit) },
        { title: members.title, cell: (tenant) => numbers.format(tenant.members) },
        { title: settings.created, tight: true, cell: ({ createdAt }) => times.date(createdAt) },
        { title: members.actions, cell: (tenant) => <TenantDeeds of={tenant} /> },
      ]}
    />
  );
}
