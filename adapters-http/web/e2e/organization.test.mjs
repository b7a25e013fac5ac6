import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { installation } from "./installation.mjs";
import { mailedLink } from "./mails.mjs";
import { call, openMember, openOperator, openOwner, PASSWORD, prove, signIn } from "./people.mjs";
import { soon } from "./soon.mjs";

const GUEST = "grace@acme.example";

let owner;
const own = installation({}, async () => {
  owner = await openOwner(own, "Acme Größe", "ada@acme.example");
});

test("the owner invites somebody, who joins on a phone in German", async () => {
  const { page } = owner;
  await page.goto("/t/acme-grosse/invitations");
  await page.getByText("No invitations").waitFor();
  await invite(page, GUEST);

  const guest = await own.open({ viewport: { width: 360, height: 740 }, locale: "de-DE" });
  await guest.page.goto(await mailedLink(own.server.data, GUEST, "/invitations/accept"));
  await guest.page.getByRole("button", { name: "Einladung anzeigen" }).click();
  await guest.page.getByLabel("Vorname").fill("Grace");
  await guest.page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await guest.page.getByRole("button", { name: "Konto anlegen und beitreten" }).click();
  await guest.page.waitForURL("**/dashboard");
  await guest.page.getByText("Guten Tag, Grace").waitFor();

  await page.goto("/t/acme-grosse/members");
  await page.getByText(GUEST).waitFor();
});

test("the owner makes the guest an administrator", async () => {
  const { page } = owner;
  const changed = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.getByLabel("Role of Grace").selectOption("admin");
  assert.equal((await changed).status(), 200);
  await page.reload();
  await page.getByLabel("Role of Grace").waitFor();
  assert.equal(await page.getByLabel("Role of Grace").inputValue(), "admin");
});

test("an invitation is accepted by who is signed in with the address", async () => {
  const joining = await openOwner(own, "Elsewhere", "joining@elsewhere.example");
  await owner.page.goto("/t/acme-grosse/invitations");
  await invite(owner.page, joining.email);
  await open(joining.page, joining.email);
  await joining.page.getByRole("button", { name: "Accept" }).click();
  await joining.page.waitForURL("**/dashboard");
  await joining.page.getByRole("link", { name: /Acme Größe/ }).waitFor();
});

test("an invitation is for nobody else: who is signed in as another signs out, and in as who is meant", async () => {
  const meant = await openOwner(own, "Meant", "meant@elsewhere.example");
  const stranger = await openOwner(own, "Stranger", "stranger@elsewhere.example");
  await owner.page.goto("/t/acme-grosse/invitations");
  await invite(owner.page, meant.email);
  const { page } = stranger;
  await open(page, meant.email);
  await page.getByText(`You are signed in as ${stranger.email}`).waitFor();
  await page.getByRole("button", { name: "Sign out to continue" }).click();
  await page.getByText("Sign in to join.").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/dashboard");
  await page.getByRole("button", { name: `Account: ${meant.email}` }).waitFor();
});

test("a second organization is made, and the switcher goes from one to the other", async () => {
  const { page } = owner;
  await page.goto("/dashboard");
  await page.getByRole("button", { name: /^Switch organization/ }).click();
  await page.getByRole("menuitem", { name: "New organization" }).click();
  await page.waitForURL("**/organizations/new");
  await page.getByLabel("Name").fill("Analytical Engines");
  await page.getByRole("button", { name: "Create the organization" }).click();
  await page.waitForURL("**/t/analytical-engines/members");
  await page.getByText(owner.email).first().waitFor();
  await page.getByRole("button", { name: "Switch organization: Analytical Engines" }).click();
  await page.getByRole("menuitem", { name: "Acme Größe" }).click();
  await page.waitForURL("**/t/acme-grosse/members");
  await page.getByText(GUEST).waitFor();
});

test("who closes an organization goes on in another, and is signed out with the last", async () => {
  const { page, context } = await openOwner(own, "First", "closing@first.example");
  await call(context, "POST", "/api/v1/tenants", { name: "Second" });
  await page.goto("/t/first/settings");
  await close(page, "first");
  await page.waitForURL("**/dashboard");
  await page.getByRole("link", { name: /^Second/ }).waitFor();
  await page.getByRole("link", { name: /^First.*Inactive/ }).waitFor();
  await page.getByRole("link", { name: "Profile" }).click();
  await page.getByLabel("First name").waitFor();

  await page.goto("/t/second/settings");
  await close(page, "second");
  await page.waitForURL("**/login");
  await page.getByText("Your organization is closed.").waitFor();
});

test("the audit is filtered, and what is left is exported as a table", async () => {
  const { page } = owner;
  await page.goto("/t/acme-grosse/audit");
  await page.getByRole("cell", { name: "Role changed" }).waitFor();
  await page.getByLabel("Action").selectOption("Invitation sent");
  await page.getByRole("cell", { name: "Role changed" }).waitFor({ state: "detached" });
  await page.getByRole("cell", { name: "Invitation sent" }).first().waitFor();
  assert.equal(await page.getByRole("cell", { name: "Invitation sent" }).count(), 3);
  assert.equal(new URL(page.url()).search, "?action=invitation.sent");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as CSV" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "acme-grosse-audit.csv");
  const [head, ...rows] = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  assert.ok(head.startsWith('"at","actor_type","actor_id","actor","action"'), head);
  assert.equal(rows.length, 3);
  assert.ok(rows.every((row) => row.includes('"invitation.sent"') && row.includes(`"${owner.email}"`)));
});

test("an operator suspends an organization, of which its members hear at their next click, and opens it again", async () => {
  const tenants = await openOwner(own, "Suspended", "owner@suspended.example");
  const { page } = await openMember(own, tenants, { email: "member@suspended.example", firstName: "Mary" });
  const operator = await openOperator(own, "operator@tenantry.example");
  await page.goto("/dashboard");
  await page.getByRole("heading", { name: "Hello, Mary" }).waitFor();

  await operator.page.goto("/admin/tenants");
  await operator.page.getByText("acme-grosse").waitFor();
  await operator.page.getByLabel("Search").fill("Suspended");
  await operator.page.getByText("acme-grosse").waitFor({ state: "detached" });
  await setState(operator.page, "Suspended");
  const members = `/api/v1/tenants/${tenants.tenant.id}/members`;
  const status = async () => (await tenants.context.request.get(members)).status();
  await soon("nobody gets in", async () => (await status()) !== 200);
  await page.getByRole("link", { name: /Suspended/ }).click();
  await page.getByText(/suspended or inactive/).waitFor();

  await setState(operator.page, "Active");
  await soon("they get in again", async () => (await status()) === 200);
  await signInAnew(page, "member@suspended.example");
  await page.getByRole("link", { name: /Suspended/ }).click();
  await page.getByRole("heading", { name: "Members" }).waitFor();
});

test("no page had anything to complain of, least of all its policy", () => assert.deepEqual(own.complaints, []));

async function invite(page, email) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText(`An invitation is on its way to ${email}.`).waitFor();
}

async function close(page, slug) {
  await page.getByRole("button", { name: "Delete the organization" }).click();
  await page.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await prove(page, "Delete the organization");
}

async function open(page, email) {
  await page.goto(await mailedLink(own.server.data, email, "/invitations/accept"));
  await page.getByRole("button", { name: "Show the invitation" }).click();
  await page.getByRole("heading", { name: "Join Acme Größe" }).waitFor();
}

async function setState(page, state) {
  await page.getByRole("button", { name: "Change: Suspended" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Status").selectOption(state);
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function signInAnew(page, email) {
  await page.context().clearCookies();
  await page.goto("/login");
  await signIn(page, email);
}
