import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Rows.module.css";

export function Rows({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}

interface Props {
  readonly icon: LucideIcon;
  readonly title: ReactNode;
  readonly text: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

export function Row({ icon: Icon, title, text, children }: Props) {
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        <Icon size={20} aria-hidden />
      </span>
      <span className={styles.about}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
      {children}
    </li>
  );
}
