import { Group } from "@mantine/core";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import { type AdminUser, endSessions, mailPasswordReset, setDisabled } from "../api/users.ts";
import { Deed } from "./Deed.tsx";
import styles from "./UserDeeds.module.css";

/** What an operator can do with a user. Nobody disables themselves: the server refuses it too. */
export function UserDeeds({ of: user }: { readonly of: AdminUser }) {
  const { admin } = useMessages();
  const me = useMe();
  const { id, email, disabled } = user;
  return (
    <Group gap="xs" className={styles.deeds}>
      {!disabled && (
        <Deed
          label={admin.reset}
          to={email}
          text={admin.resetText}
          done={admin.resetDone}
          deed={() => mailPasswordReset(id)}
        />
      )}
      {!disabled && (
        <Deed
          label={admin.endSessions}
          to={email}
          text={admin.endSessionsText}
          done={admin.endSessionsDone}
          deed={() => endSessions(id)}
        />
      )}
      {id !== me.id && <Ability of={user} />}
    </Group>
  );
}

function Ability({ of: { id, email, disabled } }: { readonly of: AdminUser }) {
  const { admin } = useMessages();
  return disabled ? (
    <Deed label={admin.enable} to={email} text={admin.enableText} deed={() => setDisabled(id, false)} />
  ) : (
    <Deed label={admin.disable} to={email} text={admin.disableText} deed={() => setDisabled(id, true)} />
  );
}
