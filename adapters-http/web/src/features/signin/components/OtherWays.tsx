import { Button, Divider, Stack } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { providersQuery } from "@/api/providers.ts";
import { useMessages } from "@/locales/language.ts";
import { knowsPasskeys, signInByPasskey } from "@/session/passkey.ts";
import { visitProvider } from "@/session/visit.ts";
import { startSocialSignIn } from "../api/start-social-sign-in.ts";

interface Props {
  readonly rememberMe: () => boolean;
  readonly onDone: () => unknown;
  readonly onRefused: (failure: unknown) => void;
}

/** By passkey, or by a provider if there is any. Without both there is nothing to see. */
export function OtherWays({ rememberMe, onDone, onRefused }: Props) {
  const { login } = useMessages().entrance;
  const providers = useQuery(providersQuery).data ?? [];
  const byPasskey = useMutation({
    mutationFn: () => signInByPasskey({ rememberMe: rememberMe() }),
    onSuccess: onDone,
    onError: onRefused,
  });
  const byProvider = useMutation({
    mutationFn: startSocialSignIn,
    onSuccess: (visit) => visitProvider(visit, { rememberMe: rememberMe() }),
    onError: onRefused,
  });
  if (providers.length === 0 && !knowsPasskeys()) {
    return null;
  }
  return (
    <Stack gap="sm">
      <Divider label={login.or} />
      {knowsPasskeys() && (
        <Button
          variant="default"
          leftSection={<KeyRound size={18} aria-hidden />}
          loading={byPasskey.isPending}
          onClick={() => byPasskey.mutate()}
        >
          {login.passkey}
        </Button>
      )}
      {providers.map(({ name, label }) => (
        <Button key={name} variant="default" onClick={() => byProvider.mutate(name)}>
          {login.provider(label)}
        </Button>
      ))}
    </Stack>
  );
}
