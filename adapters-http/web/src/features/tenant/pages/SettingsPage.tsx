import { useQuery } from "@tanstack/react-query";
import { Page } from "@/components/Page.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { tenantQuery } from "../api/tenants.ts";
import { CloseSection } from "../components/CloseSection.tsx";
import { FactsSection } from "../components/FactsSection.tsx";
import { GeneralSection } from "../components/GeneralSection.tsx";
import { LeaveSection } from "../components/LeaveSection.tsx";

export function SettingsPage() {
  const { settings } = useMessages().organization;
  const { tenant: open, role } = useOpenTenant();
  const tenant = useQuery(tenantQuery(open.id));
  return (
    <Page title={settings.title} intro={open.name}>
      <Shown of={tenant}>
        {(shown) => (
          <>
            {role !== "member" && <GeneralSection tenant={shown} />}
            <FactsSection tenant={shown} />
            <LeaveSection tenant={shown} />
            {role === "owner" && <CloseSection tenant={shown} />}
          </>
        )}
      </Shown>
    </Page>
  );
}
