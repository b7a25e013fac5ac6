import { Facts } from "@/components/Facts.tsx";
import { Section } from "@/components/Section.tsx";
import { useTimes } from "@/locales/format.ts";
import { useLanguage, useMessages } from "@/locales/language.ts";
import type { Tenant } from "../api/tenants.ts";

export function FactsSection({ tenant }: { readonly tenant: Tenant }) {
  const { settings } = useMessages().organization;
  const language = useLanguage((chosen) => chosen.language);
  const times = useTimes();
  return (
    <Section title={settings.facts}>
      <Facts
        of={[
          [settings.slug, tenant.slug],
          [settings.number, tenant.number],
          [settings.domain, tenant.domain],
          [settings.plan, tenant.plan],
          [settings.quota, new Intl.NumberFormat(language).format(tenant.quotaLimit)],
          [settings.created, times.date(tenant.createdAt)],
        ]}
      />
    </Section>
  );
}
