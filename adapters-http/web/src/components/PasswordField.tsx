import { PasswordInput } from "@mantine/core";
import type { ComponentProps } from "react";
import { useMessages } from "@/locales/language.ts";

/** As Mantine's; but its eye has a name, and screen readers are told when it is wrong, as they are of every other field. */
export function PasswordField(props: ComponentProps<typeof PasswordInput>) {
  const { common } = useMessages();
  return (
    <PasswordInput
      label={common.fields.password}
      visibilityToggleButtonProps={{ "aria-label": common.showPassword }}
      {...(props.error !== undefined && { "aria-invalid": true })}
      {...props}
    />
  );
}
