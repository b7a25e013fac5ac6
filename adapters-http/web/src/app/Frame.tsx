import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import icon from "@/assets/icon.svg";
import { Link } from "@/components/Link.tsx";
import { Switches } from "@/components/Switches.tsx";
import { useMessages } from "@/locales/language.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import styles from "./Frame.module.css";
import { Navigation } from "./Navigation.tsx";

/** What stands around every page of who is signed in. On a narrow screen the navigation is behind a button. */
export function Frame() {
  const { common } = useMessages();
  const [opened, { toggle, close }] = useDisclosure();
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(close, [path, close]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {common.skip}
      </a>
      <header className={styles.bar}>
        <Burger className={styles.burger} size="sm" opened={opened} onClick={toggle} aria-label={common.menu} />
        <Link to="/dashboard" underline="never" c="inherit" className={styles.brand}>
          <img src={icon} alt="" width="28" height="28" /> Tenantry
        </Link>
        <span className={styles.tools}>
          <Switches />
          <AccountMenu />
        </span>
      </header>
      <nav className={styles.side} aria-label={common.mainNavigation}>
        <Navigation />
      </nav>
      <Drawer
        opened={opened}
        onClose={close}
        lockScroll={false}
        size="18rem"
        title="Tenantry"
        closeButtonProps={{ "aria-label": common.closeMenu }}
      >
        <nav aria-label={common.mainNavigation}>
          <Navigation />
        </nav>
      </Drawer>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
