import { Breakable } from "@/components/Breakable.tsx";
import { DataTable } from "@/components/DataTable.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { actionText, notedText } from "../action-text.ts";
import type { AuditEvent } from "../api/audit.ts";
import styles from "./Events.module.css";

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
        { title: words.what, cell: (event) => <What of={event} /> },
        { title: words.who, cell: ({ actor }) => <Breakable text={actor.label ?? noLabel(actor.type)} /> },
        {
          title: words.target,
          cell: ({ target }) => <Breakable text={target === null ? "–" : (target.label ?? words.deleted)} />,
        },
        { title: words.ip, tight: true, cell: ({ ip }) => ip ?? "–" },
        {
          title: words.outcome,
          cell: ({ outcome }) => <Tag kind={outcome === "success" ? "good" : "bad"}>{common.status[outcome]}</Tag>,
        },
      ]}
    />
  );

  function noLabel(type: AuditEvent["actor"]["type"]): string {
    return type === "system" ? words.system : "–";
  }
}

/** What happened, and what else was noted of it. */
function What({ of: { action, data } }: { readonly of: AuditEvent }) {
  const t = useMessages();
  const noted = notedText(t, data);
  return (
    <div>
      <span title={action}>{actionText(t, action)}</span>
      {noted !== "" && <div className={styles.noted}>{noted}</div>}
    </div>
  );
}
