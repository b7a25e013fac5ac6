import { Loader, Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { LogOut, ShieldCheck, UserRound } from "lucide-react";
import { Ask } from "@/components/Ask.tsx";
import { Portrait } from "@/components/Portrait.tsx";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import { useSignOut } from "@/session/sign-out.ts";

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { nav } = useMessages().common;
  const { email, fullName, profile } = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <>
      <Menu position="bottom-end" width="14rem">
        <Menu.Target>
          <UnstyledButton>
            <VisuallyHidden>
              {nav.account}: {email}
            </VisuallyHidden>
            {signOut.isPending ? <Loader size="sm" /> : <Portrait name={fullName || email} url={profile.avatarUrl} />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{email}</Menu.Label>
          <Menu.Item
            leftSection={<UserRound size={16} aria-hidden />}
            onClick={() => void navigate({ to: "/profile" })}
          >
            {nav.profile}
          </Menu.Item>
          <Menu.Item
            leftSection={<ShieldCheck size={16} aria-hidden />}
            onClick={() => void navigate({ to: "/security" })}
          >
            {nav.security}
          </Menu.Item>
          <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => signOut.mutate()}>
            {nav.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Ask
        title={nav.signOut}
        yes={nav.signOut}
        opened={signOut.isError}
        busy={signOut.isPending}
        failure={signOut.error}
        onYes={() => signOut.mutate()}
        onClose={() => signOut.reset()}
      />
    </>
  );
}
