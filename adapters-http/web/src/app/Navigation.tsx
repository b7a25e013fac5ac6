import { Building2, History, LayoutDashboard, Mail, Settings, ShieldCheck, UserRound, Users } from "lucide-react";
import { useParams } from "@tanstack/react-router";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import styles from "./Navigation.module.css";
import { NavigationLink } from "./NavigationLink.tsx";
import { TenantSwitch } from "./TenantSwitch.tsx";

/** Where one can go: one's own pages, and those of the organization that is open, as far as one's role reaches. */
export function Navigation() {
  const { nav } = useMessages().common;
  const { slug } = useParams({ strict: false });
  const { memberships, tenant } = useMe();
  const open = memberships.find((membership) => membership.tenant.slug === (slug ?? tenant?.slug)) ?? memberships[0];
  return (
    <div className={styles.parts}>
      <TenantSwitch open={open?.tenant} memberships={memberships} />
      {open !== undefined && (
        <ul className={styles.list} aria-label={nav.organization}>
          <NavigationLink to="/t/$slug/members" slug={open.tenant.slug} icon={Users} label={nav.members} />
          {open.role !== "member" && (
            <>
              <NavigationLink to="/t/$slug/invitations" slug={open.tenant.slug} icon={Mail} label={nav.invitations} />
              <NavigationLink to="/t/$slug/audit" slug={open.tenant.slug} icon={History} label={nav.audit} />
            </>
          )}
          <NavigationLink to="/t/$slug/settings" slug={open.tenant.slug} icon={Settings} label={nav.settings} />
        </ul>
      )}
      <p className={styles.caption}>{nav.account}</p>
      <ul className={styles.list} aria-label={nav.account}>
        <NavigationLink to="/dashboard" icon={LayoutDashboard} label={nav.dashboard} />
        <NavigationLink to="/profile" icon={UserRound} label={nav.profile} />
        <NavigationLink to="/security" icon={ShieldCheck} label={nav.security} />
        <NavigationLink to="/organizations/new" icon={Building2} label={nav.create} />
      </ul>
    </div>
  );
}
