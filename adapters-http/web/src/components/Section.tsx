import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import styles from "./Section.module.css";

interface Props {
  /** None where the page has nothing else than this. */
  readonly title?: string;
  readonly text?: string;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page, on a sheet of its own. */
export function Section({ title, text, aside, children }: Props) {
  const id = useId();
  if (title === undefined) {
    return <div className={styles.sheet}>{children}</div>;
  }
  return (
    <section className={styles.sheet} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {text !== undefined && <p className={styles.text}>{text}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
