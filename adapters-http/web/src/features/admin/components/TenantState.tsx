import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import type { AdminTenant } from "../api/tenants.ts";
import styles from "./TenantState.module.css";

const KINDS = { active: "good", inactive: "quiet", suspended: "bad" } as const;

/** Whether it is open; and for one that its owner has deleted, until when that can be undone. */
export function TenantState({ of: { status, removedAfter } }: { readonly of: AdminTenant }) {
  const { admin, common } = useMessages();
  const times = useTimes();
  if (removedAfter === null) {
    return <Tag kind={KINDS[status]}>{common.status[status]}</Tag>;
  }
  return (
    <span className={styles.closed}>
      <Tag kind="bad">{admin.deleted}</Tag> {admin.removedAfter(times.date(removedAfter))}
    </span>
  );
}
