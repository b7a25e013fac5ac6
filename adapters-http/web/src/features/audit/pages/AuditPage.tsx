import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Empty } from "@/components/Empty.tsx";
import { Managers } from "@/components/Managers.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { everyMemberQuery } from "@/session/members.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { actionsOfTenants } from "../action-text.ts";
import { auditQuery, type Filter, readWholeAudit } from "../api/audit.ts";
import { AuditFilter } from "../components/AuditFilter.tsx";
import { Events } from "../components/Events.tsx";
import { ExportButton } from "../components/ExportButton.tsx";

export function AuditPage() {
  return (
    <Managers title={useMessages().organization.audit.title}>
      <Audit />
    </Managers>
  );
}

/** The filter stands in the address, so that it can be passed on and gone back to. */
function Audit() {
  const t = useMessages();
  const { audit } = t.organization;
  const { tenant } = useOpenTenant();
  const navigate = useNavigate();
  const filter = useSearch({ from: "/inside/t/$slug/audit" });
  const events = useInfiniteQuery(auditQuery(tenant.id, filter));
  const members = useQuery(everyMemberQuery(tenant.id)).data ?? [];
  const show = (search: Filter) =>
    void navigate({ to: "/t/$slug/audit", params: { slug: tenant.slug }, search, replace: true });
  return (
    <Page
      title={audit.title}
      intro={`${tenant.name} · ${audit.intro}`}
      aside={<ExportButton file={`${tenant.slug}-audit.csv`} read={() => readWholeAudit(tenant.id, filter)} />}
    >
      <Section>
        <AuditFilter
          filter={filter}
          actors={members.map(({ userId, fullName, email }) => [userId, fullName || email])}
          actions={actionsOfTenants(t)}
          onShow={show}
        />
        <TenantShown of={events}>
          {(shown) =>
            shown.length === 0 ? <Empty title={audit.none} text={audit.noneText} /> : <Events events={shown} />
          }
        </TenantShown>
        <More of={events} />
      </Section>
    </Page>
  );
}
