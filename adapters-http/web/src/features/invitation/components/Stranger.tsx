import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { sessionEnded } from "@/session/events.ts";
import { meQuery } from "@/session/me.ts";
import { signOut } from "@/session/sign-out.ts";

/** Somebody else than who is invited is signed in. They sign out, and stay on this page. */
export function Stranger({ email }: { readonly email: string }) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const leave = async () => {
    setBusy(true);
    try {
      await signOut();
      sessionEnded();
      await queryClient.resetQueries({ queryKey: meQuery.queryKey });
    } catch (refused) {
      setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Notice kind="wait">{t.entrance.invitation.stranger(email)}</Notice>
      {failure !== undefined && <Notice kind="bad">{problemText(t, failure)}</Notice>}
      <Button loading={busy} onClick={() => void leave()}>
        {t.entrance.invitation.leave}
      </Button>
    </>
  );
}
