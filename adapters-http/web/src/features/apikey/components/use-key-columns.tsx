import { Scopes } from "@/components/Scopes.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useLanguage, useMessages } from "@/locales/language.ts";
import type { ApiKey } from "../api/api-keys.ts";
import styles from "./use-key-columns.module.css";

export function useKeyColumns() {
  const { common, integration } = useMessages();
  const words = integration.keys;
  const times = useTimes();
  const numbers = new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
  return [
    {
      title: words.name,
      cell: ({ name, prefix, lastFour }: ApiKey) => (
        <div>
          <strong>{name}</strong>
          <br />
          <code className={styles.ends}>
            {prefix.slice(0, 9)}…{lastFour}
          </code>
        </div>
      ),
    },
    {
      title: words.scopes,
      cell: ({ scopes }: ApiKey) => <Scopes of={scopes} />,
    },
    { title: words.state, cell: (key: ApiKey) => <State of={key} /> },
    {
      title: words.lastUsed,
      cell: ({ lastUsedAt }: ApiKey) => (lastUsedAt === null ? common.never : times.ago(lastUsedAt)),
    },
    {
      title: words.expires,
      tight: true,
      cell: ({ expiresAt }: ApiKey) => (expiresAt === null ? common.never : times.date(expiresAt)),
    },
    { title: words.requests, tight: true, cell: ({ requests }: ApiKey) => numbers.format(requests) },
  ];
}

function State({ of: { active, revokedAt } }: { readonly of: ApiKey }) {
  const { status } = useMessages().common;
  if (active) {
    return <Tag kind="good">{status.active}</Tag>;
  }
  return <Tag>{revokedAt === null ? status.expired : status.revoked}</Tag>;
}
