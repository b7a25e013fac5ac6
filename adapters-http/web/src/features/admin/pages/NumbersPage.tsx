import { useQuery } from "@tanstack/react-query";
import { Shown } from "@/components/Shown.tsx";
import { useLanguage, useMessages } from "@/locales/language.ts";
import { statisticsQuery } from "../api/statistics.ts";
import { Operators } from "../components/Operators.tsx";
import styles from "./NumbersPage.module.css";

export function NumbersPage() {
  const { admin } = useMessages();
  const words = admin.statistics;
  const statistics = useQuery(statisticsQuery(30));
  const numbers = new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
  return (
    <Operators title={admin.numbers}>
      <Shown of={statistics}>
        {({ tenants, users, sessions, invitations, activeApiKeys, unitsThisMonth }) => (
          <dl className={styles.tiles}>
            {(
              [
                [words.tenantsActive, tenants.active, words.lately(tenants.lately)],
                [words.tenantsClosed, tenants.inactive + tenants.suspended, ""],
                [words.users, users.all, words.lately(users.lately)],
                [words.usersActive, users.activeLately, ""],
                [words.usersVerified, users.verified, ""],
                [words.usersDisabled, users.disabled, ""],
                [words.sessions, sessions.live, ""],
                [words.invitations, invitations.pending, ""],
                [words.keys, activeApiKeys, ""],
                [words.units, unitsThisMonth, ""],
              ] as const
            ).map(([name, value, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{numbers.format(value)}</dd>
                {text !== "" && <dd className={styles.text}>{text}</dd>}
              </div>
            ))}
          </dl>
        )}
      </Shown>
    </Operators>
  );
}
