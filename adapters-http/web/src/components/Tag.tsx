import type { ReactNode } from "react";
import styles from "./Tag.module.css";

interface Props {
  readonly kind?: "good" | "bad" | "wait" | "quiet";
  readonly children: ReactNode;
}

/** A word or two about the state of something. */
export function Tag({ kind = "quiet", children }: Props) {
  return (
    <span className={styles.tag} data-kind={kind}>
      {children}
    </span>
  );
}
