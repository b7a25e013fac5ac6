import type { ReactNode } from "react";
import styles from "./Empty.module.css";

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** Stands where a list would be if it had anything in it. */
export function Empty({ title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
