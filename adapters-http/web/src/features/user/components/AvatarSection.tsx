import { Button, FileButton, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Notice } from "@/components/Notice.tsx";
import { Portrait } from "@/components/Portrait.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { meQuery, useMe } from "@/session/me.ts";
import { removeAvatar, storeAvatar } from "../api/avatar.ts";
import styles from "./Fields.module.css";

interface Chosen {
  readonly file: File;
  readonly address: string;
}

/** The picture, and how another would look before it is sent. */
export function AvatarSection() {
  const t = useMessages();
  const words = t.account.profile;
  const me = useMe();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => () => chosen && URL.revokeObjectURL(chosen.address), [chosen]);
  const changed = async () => {
    setChosen(undefined);
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const store = useMutation({ mutationFn: storeAvatar, onSuccess: changed });
  const remove = useMutation({ mutationFn: removeAvatar, onSuccess: changed });
  const failure = store.error ?? remove.error;
  const choose = (file: File | null) => {
    store.reset();
    setChosen(file === null ? undefined : { file, address: URL.createObjectURL(file) });
  };
  return (
    <Section title={words.picture} text={words.pictureText}>
      {failure !== null && <Notice kind="bad">{problemText(t, failure)}</Notice>}
      <div className={styles.picture}>
        {chosen === undefined ? (
          <Portrait name={me.fullName || me.email} url={me.profile.avatarUrl} size={96} />
        ) : (
          <img className={styles.preview} src={chosen.address} alt={words.preview} width="96" height="96" />
        )}
        <Group gap="sm">
          <FileButton accept="image/png,image/jpeg" onChange={choose}>
            {(button) => (
              <Button variant="default" {...button}>
                {words.choose}
              </Button>
            )}
          </FileButton>
          {chosen !== undefined && (
            <Button loading={store.isPending} onClick={() => store.mutate(chosen.file)}>
              {words.use}
            </Button>
          )}
          {chosen === undefined && me.profile.avatarUrl !== null && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t.common.remove}
            </Button>
          )}
        </Group>
      </div>
    </Section>
  );
}
