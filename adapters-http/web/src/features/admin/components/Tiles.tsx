import { useLanguage, useMessages } from "@/locales/language.ts";
import type { Statistics } from "../api/statistics.ts";
import styles from "./Tiles.module.css";

/** The installation as it is now. */
export function Tiles({ of }: { readonly of: Statistics }) {
  const { statistics: words } = useMessages().admin;
  const numbers = new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
  const { tenants, users, sessions, invitations, activeApiKeys, unitsThisMonth } = of;
  const tiles = [
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
  ] as const;
  return (
    <dl className={styles.tiles}>
      {tiles.map(([name, value, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{numbers.format(value)}</dd>
          {text !== "" && <dd className={styles.text}>{text}</dd>}
        </div>
      ))}
    </dl>
  );
}
