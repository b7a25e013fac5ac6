import {
  Building2,
  History,
  KeyRound,
  LayoutDashboard,
  Mail,
  Settings,
  ShieldCheck,
  UserRound,
  Users,
  Webhook,
  Wrench,
} from "lucide-react";
import { useParams } from "@tanstack/react-router";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import styles from "./Navigation.module.css";
import { NavigationLink } from "./NavigationLink.tsx";
import { TenantSwitch } from "./TenantSwitch.tsx";

/** Where one can go: one's own pages, and those of the organization that is open, as far as one's role reaches. */
export function Navigation() {
  const { admin, common, integration } = useMessages();
  const { nav } = common;
  const { slug } = useParams({ strict: false });
  const { memberships, tenant, operator } = useMe();
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
              <NavigationLink
                to="/t/$slug/api-keys"
                slug={open.tenant.slug}
                icon={KeyRound}
                label={integration.keys.title}
              />
              <NavigationLink
                to="/t/$slug/webhooks"
                slug={open.tenant.slug}
                icon={Webhook}
                label={integration.hooks.title}
              />
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
        {operator && <NavigationLink to="/admin" icon={Wrench} label={admin.title} />}
        <NavigationLink to="/organizations/new" icon={Building2} label={nav.create} />
      </ul>
    </div>
  );
}
