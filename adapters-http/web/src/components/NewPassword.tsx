import type { ComponentProps } from "react";
import { useMessages } from "@/locales/language.ts";
import styles from "./NewPassword.module.css";
import { PasswordField } from "./PasswordField.tsx";
import { passwordStrength } from "./password-strength.ts";

type Props = ComponentProps<typeof PasswordField> & { readonly value: string };

/** A field for a password that is chosen now, with how hard it is to guess. */
export function NewPassword({ value, ...field }: Props) {
  const { common } = useMessages();
  const strength = passwordStrength(value);
  return (
    <div>
      <PasswordField autoComplete="new-password" required {...field} />
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
