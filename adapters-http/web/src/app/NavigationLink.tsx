import { Link, type LinkProps } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import styles from "./Navigation.module.css";

interface Props {
  readonly to: LinkProps["to"];
  readonly slug?: string;
  readonly icon: LucideIcon;
  readonly label: string;
}

export function NavigationLink({ to, slug, icon: Icon, label }: Props) {
  return (
    <li>
      <Link to={to as "/t/$slug/members"} params={{ slug: slug ?? "" }} className={styles.link}>
        <Icon size={18} aria-hidden /> {label}
      </Link>
    </li>
  );
}
