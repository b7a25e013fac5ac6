import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Notice } from "@/components/Notice.tsx";
import { Page } from "@/components/Page.tsx";
import { problemText } from "@/components/problem-text.ts";
import { saveFile } from "@/components/save-file.ts";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { auditQuery, readWholeAudit } from "../api/audit.ts";
import { AuditFilter } from "../components/AuditFilter.tsx";
import { Events } from "../components/Events.tsx";
import { csvOf } from "../csv.ts";

export function AuditPage() {
  const t = useMessages();
  const words = t.organization.audit;
  const { tenant } = useOpenTenant();
  const filter = useSearch({ from: "/inside/t/$slug/audit" });
  const events = useInfiniteQuery(auditQuery(tenant.id, filter));
  const exporting = useMutation({
    mutationFn: () => readWholeAudit(tenant.id, filter),
    onSuccess: (all) => saveFile(`${tenant.slug}-audit.csv`, "text/csv", csvOf(all)),
  });
  return (
    <Page
      title={words.title}
      intro={`${tenant.name} · ${words.intro}`}
      aside={
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {words.export}
        </Button>
      }
    >
      {exporting.isError && <Notice kind="bad">{problemText(t, exporting.error)}</Notice>}
      <Section>
        <AuditFilter tenantId={tenant.id} slug={tenant.slug} filter={filter} />
        <TenantShown of={events}>
          {(shown) =>
            shown.length === 0 ? <Empty title={words.none} text={words.noneText} /> : <Events events={shown} />
          }
        </TenantShown>
        <More of={events} />
      </Section>
    </Page>
  );
}
