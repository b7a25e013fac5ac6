import { Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import styles from "./Page.module.css";

interface Props {
  readonly title: string;
  readonly intro?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What the frame surrounds: a heading, which is also the window's title, and below it what there is. */
export function Page({ title, intro, aside, children }: Props) {
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Tenantry`;
  }, [title]);
}
