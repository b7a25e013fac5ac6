import { Button } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Problem } from "@/api/problem.ts";
import { Entrance } from "@/components/Entrance.tsx";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { useSignOut } from "@/session/sign-out.ts";

/** A page that could not be shown: its code or its data did not come, or it has a fault. */
export function Broken({ error }: ErrorComponentProps) {
  const t = useMessages();
  const router = useRouter();
  const leave = useSignOut();
  return (
    <Entrance title={t.common.broken.title} intro={t.common.broken.text}>
      {error instanceof Problem && <Notice kind="bad">{problemText(t, error)}</Notice>}
      <Button onClick={() => void router.invalidate()}>{t.common.tryAgain}</Button>
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t.common.nav.signOut}
      </Button>
    </Entrance>
  );
}
