import { PasswordInput } from "@mantine/core";
import type { ComponentProps } from "react";
import { useMessages } from "@/locales/language.ts";
import styles from "./NewPassword.module.css";
import { passwordStrength } from "./password-strength.ts";

type Props = ComponentProps<typeof PasswordInput> & { readonly value: string };

/** A field for a password that is chosen now, with how hard it is to guess. */
export function NewPassword({ value, ...field }: Props) {
  const { common } = useMessages();
  const strength = passwordStrength(value);
  return (
    <div>
      <PasswordInput
        label={common.fields.password}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={{ "aria-label": common.showPassword }}
        {...field}
      />
      <div className={styles.strength} data-strength={value === "" ? undefined : strength}>
        <span className={styles.bars} aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </span>
        <span aria-live="polite">{value !== "" && `${common.strength.label}: ${common.strength[strength]}`}</span>
      </div>
    </div>
  );
}
