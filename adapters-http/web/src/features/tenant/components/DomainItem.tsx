import { Breakable } from "@/components/Breakable.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useMessages } from "@/locales/language.ts";
import type { Domain } from "../api/domains.ts";
import styles from "./DomainsSection.module.css";
import { RemoveDomain } from "./RemoveDomain.tsx";
import { VerifyDomain } from "./VerifyDomain.tsx";

interface Props {
  readonly tenantId: string;
  readonly of: Domain;
  /** None for who may change nothing. */
  readonly onChange?: () => Promise<void>;
}

export function DomainItem({ tenantId, of: { host, primary, status, txtRecord }, onChange }: Props) {
  const { common, organization } = useMessages();
  return (
    <li className={styles.domain}>
      <div className={styles.head}>
        <span className={styles.host}>
          <Breakable text={host} />
          <Tag kind={status === "verified" ? "good" : "wait"}>{common.status[status]}</Tag>
          {primary && <Tag>{organization.domains.primary}</Tag>}
        </span>
        {onChange !== undefined && !primary && <RemoveDomain tenantId={tenantId} host={host} onDone={onChange} />}
      </div>
      {onChange !== undefined && txtRecord !== null && (
        <VerifyDomain tenantId={tenantId} host={host} record={txtRecord} onDone={onChange} />
      )}
    </li>
  );
}
