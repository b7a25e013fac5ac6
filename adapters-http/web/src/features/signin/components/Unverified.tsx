import { Button, Stack } from "@mantine/core";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { useResendVerification } from "@/session/resend-verification.ts";

interface Props {
  readonly email: string;
}

/** The password was right, but nobody has shown that the address is theirs. */
export function Unverified({ email }: Props) {
  const t = useMessages();
  const resend = useResendVerification();
  if (resend.isSuccess) {
    return <Notice kind="good">{t.entrance.login.sentAgain}</Notice>;
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Notice kind="wait">{t.entrance.login.unverified}</Notice>
      {resend.isError && <Notice kind="bad">{problemText(t, resend.error)}</Notice>}
      <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate(email)}>
        {t.entrance.login.sendAgain}
      </Button>
    </Stack>
  );
}
