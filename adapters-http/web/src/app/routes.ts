import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import * as z from "zod/mini";
import { Problem } from "@/api/problem.ts";
import { speakInside } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()();

const mailed = z.object({ token: z.optional(z.string()) });

/** Which events of an audit are shown. */
const audited = z.object({
  action: z.optional(z.string()),
  actor: z.optional(z.string()),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
});

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/dashboard", replace: true });
  },
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: z.object({ redirect: z.optional(z.string()) }),
  component: lazyRouteComponent(() => import("@/features/signin/pages/LoginPage.tsx"), "LoginPage"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("@/features/registration/pages/RegisterPage.tsx"), "RegisterPage"),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: "/verify",
  validateSearch: mailed,
  component: lazyRouteComponent(() => import("@/features/user/pages/VerifyPage.tsx"), "VerifyPage"),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("@/features/credential/pages/ForgotPage.tsx"), "ForgotPage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  validateSearch: mailed,
  component: lazyRouteComponent(() => import("@/features/credential/pages/ResetPage.tsx"), "ResetPage"),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: "/confirm-email",
  validateSearch: mailed,
  component: lazyRouteComponent(() => import("@/features/user/pages/ConfirmEmailPage.tsx"), "ConfirmEmailPage"),
});

const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: "/invitations/accept",
  validateSearch: mailed,
  component: lazyRouteComponent(() => import("@/features/invitation/pages/AcceptPage.tsx"), "AcceptPage"),
});

/** All that is for who is signed in: others are sent to sign in, and come back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ context, location }) => {
    try {
      await Promise.all([context.queryClient.query({ ...meQuery, staleTime: "static" }), speakInside()]);
    } catch (failure) {
      if (failure instanceof Problem && failure.about.status === 401) {
        throw redirect({ to: "/login", search: { redirect: location.href }, replace: true });
      }
      throw failure;
    }
  },
  component: lazyRouteComponent(() => import("./Frame.tsx"), "Frame"),
  notFoundComponent: lazyRouteComponent(() => import("@/components/NoPage.tsx"), "NothingHere"),
});

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: "/dashboard",
  component: lazyRouteComponent(() => import("@/routes/DashboardPage.tsx"), "DashboardPage"),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: "/profile",
  component: lazyRouteComponent(() => import("@/features/user/pages/ProfilePage.tsx"), "ProfilePage"),
});

const security = createRoute({
  getParentRoute: () => inside,
  path: "/security",
  component: lazyRouteComponent(() => import("@/routes/SecurityPage.tsx"), "SecurityPage"),
});

const newOrganization = createRoute({
  getParentRoute: () => inside,
  path: "/organizations/new",
  component: lazyRouteComponent(() => import("@/features/tenant/pages/NewTenantPage.tsx"), "NewTenantPage"),
});

const tenant = createRoute({
  getParentRoute: () => inside,
  path: "/t/$slug",
  component: lazyRouteComponent(() => import("./TenantFrame.tsx"), "TenantFrame"),
  notFoundComponent: lazyRouteComponent(() => import("@/components/NoPage.tsx"), "NothingHere"),
});

const tenantHome = createRoute({
  getParentRoute: () => tenant,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/t/$slug/members", params, replace: true });
  },
});

const members = createRoute({
  getParentRoute: () => tenant,
  path: "members",
  component: lazyRouteComponent(() => import("@/features/membership/pages/MembersPage.tsx"), "MembersPage"),
});

const invitations = createRoute({
  getParentRoute: () => tenant,
  path: "invitations",
  component: lazyRouteComponent(() => import("@/features/invitation/pages/InvitationsPage.tsx"), "InvitationsPage"),
});

const apiKeys = createRoute({
  getParentRoute: () => tenant,
  path: "api-keys",
  component: lazyRouteComponent(() => import("@/features/apikey/pages/ApiKeysPage.tsx"), "ApiKeysPage"),
});

const webhooks = createRoute({
  getParentRoute: () => tenant,
  path: "webhooks",
  component: lazyRouteComponent(() => import("@/features/webhook/pages/WebhooksPage.tsx"), "WebhooksPage"),
});

const settings = createRoute({
  getParentRoute: () => tenant,
  path: "settings",
  component: lazyRouteComponent(() => import("@/features/tenant/pages/SettingsPage.tsx"), "SettingsPage"),
});

const audit = createRoute({
  getParentRoute: () => tenant,
  path: "audit",
  validateSearch: audited,
  component: lazyRouteComponent(() => import("@/features/audit/pages/AuditPage.tsx"), "AuditPage"),
});

const adminNumbers = createRoute({
  getParentRoute: () => inside,
  path: "/admin",
  validateSearch: z.object({ days: z.optional(z.string()) }),
  component: lazyRouteComponent(() => import("@/features/admin/pages/NumbersPage.tsx"), "NumbersPage"),
});

const adminTenants = createRoute({
  getParentRoute: () => inside,
  path: "/admin/tenants",
  component: lazyRouteComponent(() => import("@/features/admin/pages/TenantsPage.tsx"), "TenantsPage"),
});

const adminUsers = createRoute({
  getParentRoute: () => inside,
  path: "/admin/users",
  component: lazyRouteComponent(() => import("@/features/admin/pages/UsersPage.tsx"), "UsersPage"),
});

const adminKeys = createRoute({
  getParentRoute: () => inside,
  path: "/admin/keys",
  component: lazyRouteComponent(() => import("@/features/admin/pages/KeysPage.tsx"), "KeysPage"),
});

const adminAudit = createRoute({
  getParentRoute: () => inside,
  path: "/admin/audit",
  validateSearch: audited,
  component: lazyRouteComponent(() => import("@/routes/AdminAuditPage.tsx"), "AdminAuditPage"),
});

export const routeTree = root.addChildren([
  home,
  login,
  register,
  verify,
  forgot,
  reset,
  confirmEmail,
  acceptInvitation,
  inside.addChildren([
    dashboard,
    profile,
    security,
    newOrganization,
    adminNumbers,
    adminTenants,
    adminUsers,
    adminKeys,
    adminAudit,
    tenant.addChildren([tenantHome, members, invitations, apiKeys, webhooks, settings, audit]),
  ]),
]);
