import { Button, FileButton, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Problem } from "@/api/problem.ts";
import { Notice } from "@/components/Notice.tsx";
import { Portrait } from "@/components/Portrait.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { meQuery, useMe } from "@/session/me.ts";
import { removeAvatar, storeAvatar } from "../api/avatar.ts";
import styles from "./Fields.module.css";

const LARGEST = 1_048_576; // bytes
const KINDS = "image/png,image/jpeg";

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
  const [unfit, setUnfit] = useState<Problem>();
  const failure = unfit ?? store.error ?? remove.error;
  const choose = async (file: File | null) => {
    const problem = file === null ? undefined : await problemWith(file);
    store.reset();
    setUnfit(problem);
    setChosen(file === null || problem !== undefined ? undefined : { file, address: URL.createObjectURL(file) });
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
          <FileButton accept={KINDS} onChange={(file) => void choose(file)}>
            {(button) => (
              <Button variant="default" {...button}>
                {words.choose}
              </Button>
            )}
          </FileButton>
          {chosen !== undefined && (
            <>
              <Button loading={store.isPending} onClick={() => store.mutate(chosen.file)}>
                {words.use}
              </Button>
              <Button variant="default" onClick={() => void choose(null)}>
                {t.common.cancel}
              </Button>
            </>
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

/** What the server would say of it too, once all of it was sent. */
async function problemWith(file: File): Promise<Problem | undefined> {
  if (!KINDS.split(",").includes(file.type)) {
    return new Problem("unsupported_media_type", "");
  }
  if (file.size > LARGEST) {
    return new Problem("payload_too_large", "");
  }
  return (await isPicture(file)) ? undefined : new Problem("invalid_picture", "");
}

/** A name alone makes none: what no browser can show is none. */
async function isPicture(file: File): Promise<boolean> {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}
