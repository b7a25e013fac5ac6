import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { audited, openBrowser, openWindow } from "./browser.mjs";
import { mailedLink } from "./mails.mjs";
import { startServer } from "./server.mjs";
import { totp } from "./totp.mjs";

const SHOTS = join(import.meta.dirname, "../screenshots");
const PASSWORD = "correct horse battery";
const OWNER = "ada.lovelace@analytical-engines.example";
const GUEST = "grace.hopper@analytical-engines.example";
const HOOK = "http://127.0.0.1:9/tenantry";
const DOMAIN = "accounts.analytical-engines.example";
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 360, height: 760 } };

const OUTSIDE = {
  login: "/login",
  register: "/register",
  forgot: "/forgot",
  "reset-incomplete": "/reset",
  verify: "/verify?token=x",
  reset: "/reset?token=x",
  "confirm-email": "/confirm-email?token=x",
  invitation: "/invitations/accept?token=x",
};

const INSIDE = {
  dashboard: "/dashboard",
  profile: "/profile",
  security: "/security",
  "organization-new": "/organizations/new",
  members: "/t/analytical-engines/members",
  invitations: "/t/analytical-engines/invitations",
  "api-keys": "/t/analytical-engines/api-keys",
  webhooks: "/t/analytical-engines/webhooks",
  audit: "/t/analytical-engines/audit",
  settings: "/t/analytical-engines/settings",
  "not-found": "/t/nobody/members",
};

const ADMIN = {
  "admin-numbers": "/admin",
  "admin-tenants": "/admin/tenants",
  "admin-users": "/admin/users",
  "admin-keys": "/admin/keys",
  "admin-audit": "/admin/audit",
};

/** What opens on a page when something is pressed. */
const OPENED = {
  "security-totp": ["/security", "Set up"],
  "security-password": ["/security", "Change the password"],
  "security-delete": ["/security", "Delete my account"],
  "members-remove": ["/t/analytical-engines/members", "Remove Grace Hopper"],
  "keys-create": ["/t/analytical-engines/api-keys", "Create a key"],
  "keys-usage": ["/t/analytical-engines/api-keys", "Actions for Billing", "Usage"],
  "keys-rename": ["/t/analytical-engines/api-keys", "Actions for Billing", "Rename"],
  "keys-rotate": ["/t/analytical-engines/api-keys", "Actions for Billing", "Rotate"],
  "webhooks-create": ["/t/analytical-engines/webhooks", "Add a webhook"],
  "webhooks-change": ["/t/analytical-engines/webhooks", `Actions for ${HOOK}`, "Change"],
  "webhooks-deliveries": ["/t/analytical-engines/webhooks", `Actions for ${HOOK}`, "Deliveries"],
  "domains-add": ["/t/analytical-engines/settings", "Add a domain"],
  "domains-remove": ["/t/analytical-engines/settings", `Remove ${DOMAIN}`],
  "settings-delete": ["/t/analytical-engines/settings", "Delete the organization"],
  switch: ["/dashboard", "Switch organization: Analytical Engines"],
};

let server;
let browser;
let state;

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  server = await startServer({ TENANTRY_RATE_LIMITS: "off", TENANTRY_WEBHOOK_ALLOW: "127.0.0.0/8" });
  browser = await openBrowser();
  state = await someTenant();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every page outside is accessible, ${size} and ${colorScheme}`, () =>
      look(OUTSIDE, size, { viewport, colorScheme }));
    test(`every page inside is accessible, ${size} and ${colorScheme}`, () =>
      look(INSIDE, size, { viewport, colorScheme, storageState: state }));
  }
}

test("every dialog is accessible", async () => {
  const { context, page, complaints } = await openWindow(browser, server.url, { storageState: state });
  const found = [];
  for (const [name, [path, ...presses]] of Object.entries(OPENED)) {
    await page.goto(path, { waitUntil: "networkidle" });
    for (const [step, press] of presses.entries()) {
      await page.getByRole(step === 0 ? "button" : "menuitem", { name: press, exact: true }).click();
    }
    await page.getByRole(name === "switch" ? "menu" : "dialog").waitFor();
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(SHOTS, `${name}-opened.png`) });
    found.push(...(await audited(page)).map((violation) => `${name}: ${JSON.stringify(violation)}`));
  }
  await page.setViewportSize(SIZES.phone);
  await page.goto("/dashboard", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(SHOTS, "menu-opened.png") });
  found.push(...(await audited(page)).map((violation) => `menu: ${JSON.stringify(violation)}`));
  await context.close();
  assert.deepEqual([...found, ...complaints], []);
});

test("every page for operators is accessible", async () => {
  const storageState = await someOperator();
  await look(ADMIN, "desktop", { viewport: SIZES.desktop, storageState });
  await look(ADMIN, "phone", { viewport: SIZES.phone, colorScheme: "dark", storageState });
});

test("every page is as good in German", () =>
  look({ ...OUTSIDE, ...INSIDE }, "de", {
    viewport: SIZES.phone,
    locale: "de-DE",
    storageState: state,
    reducedMotion: "reduce",
  }));

async function look(pages, size, options) {
  const { context, page, complaints } = await openWindow(browser, server.url, options);
  const found = [];
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.screenshot({
      path: join(SHOTS, `${name}-${size}-${options.colorScheme ?? "light"}.png`),
      fullPage: true,
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) {
      found.push(`${name}: ${wide} pixels too wide`);
    }
    found.push(...(await audited(page)).map((violation) => `${name}: ${JSON.stringify(violation)}`));
  }
  await context.close();
  assert.deepEqual([...found, ...complaints], []);
}

/** Somebody who operates the installation, and has shown two factors; and that one's cookies. */
async function someOperator() {
  const email = "operator@tenantry.example";
  const context = await browser.newContext({ baseURL: server.url });
  const post = async (path, data) => {
    const answer = await context.request.post(path, { data, headers: { Origin: server.url } });
    return answer.status() === 204 ? {} : await answer.json();
  };
  await post("/api/auth/register", {
    organization_name: "Operations",
    email,
    password: PASSWORD,
    password_confirm: PASSWORD,
  });
  await server.command("operator", "add", email);
  await post("/api/v1/session", { email, password: PASSWORD, session: "cookie" });
  const { secret } = await post("/api/v1/me/totp", { password: PASSWORD });
  const { recoveryCodes } = await post("/api/v1/me/totp/confirm", { code: totp(secret) });
  const { mfaToken } = await post("/api/v1/session", { email, password: PASSWORD, session: "cookie" });
  await post("/api/v1/session/mfa", { mfaToken, code: recoveryCodes[0], session: "cookie" });
  const kept = await context.storageState();
  await context.close();
  return kept;
}

/** An organization with two members, a pending invitation and somebody signed in; and that one's cookies. */
async function someTenant() {
  const { page, context } = await openWindow(browser, server.url);
  const post = (path, data, headers = {}) =>
    context.request.post(path, { data, headers: { Origin: server.url, ...headers } });
  await post("/api/auth/register", {
    organization_name: "Analytical Engines",
    email: OWNER,
    password: PASSWORD,
    password_confirm: PASSWORD,
  });
  await page.goto(await mailedLink(server.data, OWNER, "/verify"));
  await page.getByRole("button").first().waitFor();
  await page.getByRole("button", { name: "Verify my address" }).click();
  await page.waitForURL("**/login");
  await post("/api/v1/session", { email: OWNER, password: PASSWORD, session: "cookie" });
  const { memberships } = await (await context.request.get("/api/v1/me")).json();
  const invitations = `/api/v1/tenants/${memberships[0].tenant.id}/invitations`;
  await context.request.patch("/api/v1/me", {
    data: { firstName: "Ada", lastName: "Lovelace" },
    headers: { Origin: server.url },
  });
  await post(invitations, { email: GUEST, role: "admin" });
  await post(invitations, { email: "charles.babbage@difference.example", role: "member" });
  const tenant = invitations.replace("/invitations", "");
  await post(`${tenant}/api-keys`, { name: "Billing", scopes: ["billing:read", "members:read"] });
  await post(`${tenant}/webhooks`, {
    url: HOOK,
    description: "Billing",
    events: ["member.joined"],
  });
  await post(`${tenant}/domains`, { host: DOMAIN });
  const link = new URL(await mailedLink(server.data, GUEST, "/invitations/accept"));
  const guest = await browser.newContext({ baseURL: server.url });
  await guest.request.post("/api/v1/invitations/accept", {
    data: { token: link.searchParams.get("token"), password: PASSWORD, firstName: "Grace", lastName: "Hopper" },
  });
  await guest.close();
  const kept = await context.storageState();
  await context.close();
  return kept;
}
