import { useInfiniteQuery } from "@tanstack/react-query";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { OperatorShown } from "@/components/OperatorShown.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { everyAction } from "../action-text.ts";
import { type Filter, INSTALLATION_AUDIT, installationAuditQuery, readWholeInstallationAudit } from "../api/audit.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { Events } from "./Events.tsx";
import { ExportButton } from "./ExportButton.tsx";
import { useSeenActors } from "./use-seen-actors.ts";

interface Props {
  readonly filter: Filter;
  readonly onShow: (filter: Filter) => void;
}

/** What operators did, and what happened outside of every organization. */
export function InstallationAudit({ filter, onShow }: Props) {
  const t = useMessages();
  const { audit } = t.organization;
  const events = useInfiniteQuery(installationAuditQuery(filter));
  const actors = useSeenActors(INSTALLATION_AUDIT);
  return (
    <Section>
      <AuditFilter filter={filter} actors={actors} actions={everyAction(t)} onShow={onShow} />
      <OperatorShown of={events}>
        {(shown) =>
          shown.length === 0 ? <Empty title={audit.none} text={audit.noneText} /> : <Events events={shown} />
        }
      </OperatorShown>
      <More of={events} />
    </Section>
  );
}

export function InstallationExport({ filter }: Pick<Props, "filter">) {
  return <ExportButton file="tenantry-audit.csv" read={() => readWholeInstallationAudit(filter)} />;
}
