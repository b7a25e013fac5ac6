import { DataTable } from "@/components/DataTable.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import type { AuditEvent } from "../api/audit.ts";

export function Events({ events }: { readonly events: readonly AuditEvent[] }) {
  const { common, organization } = useMessages();
  const words = organization.audit;
  const times = useTimes();
  return (
    <DataTable
      caption={words.title}
      items={events}
      keyOf={(event) => event.id}
      columns={[
        { title: words.time, tight: true, cell: ({ at }) => times.time(at) },
        { title: words.what, tight: true, cell: ({ action }) => <code>{action}</code> },
        { title: words.who, cell: ({ actor }) => actor.label ?? (actor.type === "system" ? words.system : "–") },
        { title: words.target, cell: ({ target }) => (target === null ? "–" : (target.label ?? words.deleted)) },
        { title: words.ip, tight: true, cell: ({ ip }) => ip ?? "–" },
        {
          title: words.outcome,
          cell: ({ outcome }) => <Tag kind={outcome === "success" ? "good" : "bad"}>{common.status[outcome]}</Tag>,
        },
      ]}
    />
  );
}
