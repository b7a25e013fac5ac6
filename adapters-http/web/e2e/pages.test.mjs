import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { auditor, settled } from "./browser.mjs";
import { installation } from "./installation.mjs";
import { addPasskey, call, openMember, openOperator, openOwner, post } from "./people.mjs";

const SHOTS = join(import.meta.dirname, "../screenshots");
const HOOK = "http://127.0.0.1:9/tenantry";
const DOMAIN = "accounts.analytical-engines.example";
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 360, height: 760 } };
const LOOKS = Object.keys(SIZES).flatMap((size) => ["light", "dark"].map((colorScheme) => ({ size, colorScheme })));

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
  "security-passkey": ["/security", "Add a passkey"],
  "security-passkey-rename": ["/security", "Rename “Ring”"],
  "security-passkey-remove": ["/security", "Remove “Ring”"],
  "security-delete": ["/security", "Delete my account"],
  "profile-email": ["/profile", "Change the address"],
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

/** Likewise, for operators. */
const OPERATED = {
  "admin-tenant-change": ["/admin/tenants", "Change: Analytical Engines"],
  "admin-user-disable": ["/admin/users", "Disable: grace.hopper@analytical-engines.example"],
  "admin-key-revoke": ["/admin/keys", "Revoke: Billing"],
};

let state;
const own = installation({ TENANTRY_RATE_LIMITS: "off", TENANTRY_WEBHOOK_ALLOW: "127.0.0.0/8" }, async () => {
  mkdirSync(SHOTS, { recursive: true });
  state = await someTenant();
});

// Two at a time: what takes long here is axe, which keeps one processor busy.
describe("without fault, and not too wide, is", { concurrency: 2 }, () => {
  test("every page inside", () => look(INSIDE, LOOKS, { storageState: state }));

  test("every page outside", () => look(OUTSIDE, LOOKS));

  test("every page in German", () => {
    const options = { locale: "de-DE", storageState: state, reducedMotion: "reduce" };
    return look({ ...OUTSIDE, ...INSIDE }, [{ size: "phone", colorScheme: "light" }], options, "de");
  });

  test("every page for operators, and what opens there", async () => {
    const { context } = await openOperator(own, "operator@tenantry.example");
    const storageState = await context.storageState();
    await look(ADMIN, [LOOKS.at(0), LOOKS.at(-1)], { storageState });
    await lookAtOpened(OPERATED, storageState);
  });

  test("every dialog", () => lookAtOpened(OPENED, state));

  test("the menu of a phone", async () => {
    const { page } = await own.open({ storageState: state, viewport: SIZES.phone });
    await page.goto("/dashboard");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("dialog").waitFor();
    assert.deepEqual(await lookAt(page, await auditor(page), "menu-opened"), []);
  });
});

test("a fault would be found", async () => {
  const { page } = await own.open({ viewport: SIZES.phone });
  await page.goto("/login");
  await settled(page);
  const audit = await auditor(page);
  await page.evaluate(() => {
    document.querySelectorAll("label").forEach((label) => label.remove());
    document.body.style.width = "400px";
  });
  const found = await lookAt(page, audit, "broken");
  assert.equal(found[0], "broken: 40 pixels too wide");
  assert.ok(
    found.some((fault) => fault.includes('"label"')),
    found.join("\n"),
  );
});

test("no page had anything to complain of, least of all its policy", () => assert.deepEqual(own.complaints, []));

/** Looks at pages in all these ways. A page is loaded once: how wide the window is, and how dark, it follows. */
async function look(pages, looks, options, suffix) {
  const { context, page } = await own.open(options);
  const found = [];
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    const audit = await auditor(page);
    for (const { size, colorScheme } of looks) {
      await page.setViewportSize(SIZES[size]);
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      found.push(...(await lookAt(page, audit, [name, suffix ?? size, colorScheme].join("-"))));
    }
  }
  await context.close();
  assert.deepEqual(found, []);
}

/** Looks at what opens when these buttons, and then items of menus, are pressed. */
async function lookAtOpened(opened, storageState) {
  const { context, page } = await own.open({ storageState, viewport: SIZES.desktop });
  const found = [];
  for (const [name, [path, ...presses]] of Object.entries(opened)) {
    await page.goto(path);
    await settled(page);
    for (const [step, press] of presses.entries()) {
      await page.getByRole(step === 0 ? "button" : "menuitem", { name: press, exact: true }).click();
    }
    await page.getByRole(name === "switch" ? "menu" : "dialog").waitFor();
    found.push(...(await lookAt(page, await auditor(page), `${name}-opened`)));
  }
  await context.close();
  assert.deepEqual(found, []);
}

async function lookAt(page, audit, name) {
  await settled(page);
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const failed = await page.getByRole("button", { name: /^(Try again|Erneut versuchen)$/ }).count();
  const faults = (await audit()).map((fault) => JSON.stringify(fault));
  return [
    ...(wide > 0 ? [`${wide} pixels too wide`] : []),
    ...(failed > 0 ? ["something on it could not be loaded"] : []),
    ...faults,
  ].map((fault) => `${name}: ${fault}`);
}

/** An organization with two members, a pending invitation, and one of everything else; and the cookies of its owner. */
async function someTenant() {
  const owner = await openOwner(own, "Analytical Engines", "ada.lovelace@analytical-engines.example");
  const grace = { email: "grace.hopper@analytical-engines.example", firstName: "Grace", lastName: "Hopper" };
  const { context, page, tenant } = owner;
  const of = `/api/v1/tenants/${tenant.id}`;
  await call(context, "PATCH", "/api/v1/me", { firstName: "Ada", lastName: "Lovelace" });
  await openMember(own, owner, grace);
  await post(context, `${of}/invitations`, { email: "charles.babbage@difference.example", role: "member" });
  await post(context, `${of}/api-keys`, { name: "Billing", scopes: ["billing:read", "members:read"] });
  await post(context, `${of}/webhooks`, { url: HOOK, description: "Billing", events: ["member.joined"] });
  await post(context, `${of}/domains`, { host: DOMAIN });
  await addPasskey(page, "Ring");
  return await context.storageState();
}
