import type { ReactNode } from "react";
import styles from "./Notice.module.css";

interface Props {
  readonly kind: "good" | "bad" | "wait" | "quiet";
  readonly children: ReactNode;
}

/** A line that says how something went, to eyes and to screen readers. */
export function Notice({ kind, children }: Props) {
  return (
    <div className={styles.notice} data-kind={kind} role={kind === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}
