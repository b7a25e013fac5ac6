import { useQuery } from "@tanstack/react-query";
import { Problem } from "@/api/problem.ts";
import { Page } from "@/components/Page.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { tenantQuery } from "../api/tenants.ts";
import { CloseSection } from "../components/CloseSection.tsx";
import { DomainsSection } from "../components/DomainsSection.tsx";
import { FactsSection } from "../components/FactsSection.tsx";
import { GeneralSection } from "../components/GeneralSection.tsx";
import { LeaveSection } from "../components/LeaveSection.tsx";

/** One may leave whatever the organization asks of its members; but not if one is none of them any more. */
export function SettingsPage() {
  const { settings } = useMessages().organization;
  const { tenant: open, role } = useOpenTenant();
  const tenant = useQuery(tenantQuery(open.id));
  const gone = tenant.error instanceof Problem && tenant.error.code === "not_found";
  return (
    <Page title={settings.title} intro={open.name}>
      <TenantShown of={tenant}>
        {(shown) => (
          <>
            {role !== "member" && <GeneralSection tenant={shown} />}
            <DomainsSection tenantId={shown.id} mine={role} />
            <FactsSection tenant={shown} />
          </>
        )}
      </TenantShown>
      {!gone && <LeaveSection tenantId={open.id} />}
      {!gone && role === "owner" && <CloseSection tenant={open} />}
    </Page>
  );
}
