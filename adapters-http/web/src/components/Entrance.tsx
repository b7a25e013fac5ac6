import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import icon from "@/assets/icon.svg";
import { useMessages } from "@/locales/language.ts";
import styles from "./Entrance.module.css";
import { usePageTitle } from "./Page.tsx";
import { Switches } from "./Switches.tsx";

interface Props {
  readonly title: string;
  readonly intro?: string;
  /** Below the sheet: where else to go. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The sheet on which everything happens that needs no sign-in. */
export function Entrance({ title, intro, foot, children }: Props) {
  const { entrance } = useMessages();
  usePageTitle(title);
  return (
    <div className={styles.ground}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <img src={icon} alt="" width="28" height="28" /> Tenantry
        </span>
        <span className={styles.switches}>
          <Switches />
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.sheet}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
          <div className={styles.body}>{children}</div>
        </div>
        {foot !== undefined && <p className={styles.foot}>{foot}</p>}
      </main>
      <footer className={styles.tagline}>{entrance.tagline}</footer>
    </div>
  );
}
