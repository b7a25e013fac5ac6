import type { ReactNode } from "react";
import styles from "./Facts.module.css";

interface Props {
  readonly of: readonly (readonly [string, ReactNode])[];
}

/** What is known of something, name by name. */
export function Facts({ of }: Props) {
  return (
    <dl className={styles.facts}>
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
