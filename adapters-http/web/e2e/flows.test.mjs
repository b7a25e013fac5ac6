import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openWindow } from "./browser.mjs";
import { mailedLink } from "./mails.mjs";
import { startServer } from "./server.mjs";
import { totp } from "./totp.mjs";

const PASSWORD = "correct horse battery";
const OWNER = "ada@acme.example";
const GUEST = "grace@acme.example";

let server;
let browser;
let owner;
let guest;

before(async () => {
  server = await startServer({ TENANTRY_EMAIL_VERIFICATION: "always", TENANTRY_RATE_LIMITS: "off" });
  browser = await openBrowser();
  owner = await openWindow(browser, server.url);
  guest = await openWindow(browser, server.url, { viewport: { width: 360, height: 740 }, locale: "de-DE" });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("somebody signs up, verifies the address and signs in", async () => {
  const { page } = owner;
  await page.goto("/register");
  await page.getByLabel("Name of the organization").fill("Acme Größe");
  await page.getByText("Its short name will be acme-grosse").waitFor();
  await page.getByLabel("E-mail address").fill(OWNER);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Password, once more").fill("something else");
  await page.getByRole("button", { name: "Create the organization" }).click();
  await page.getByText("The two passwords differ").waitFor();
  await page.getByLabel("Password, once more").fill(PASSWORD);
  await page.getByRole("button", { name: "Create the organization" }).click();
  await page.waitForURL("**/login");
  await page.getByText("Your organization is there.").waitFor();
  await page.reload();
  await page.getByText("Your organization is there.").waitFor();

  await signIn(page, OWNER);
  await page.getByText("Your e-mail address is not verified yet").waitFor();
  await page.goto(await mailedLink(server.data, OWNER, "/verify"));
  await page.getByRole("button", { name: "Verify my address" }).click();
  await page.getByText("Your e-mail address is verified.").waitFor();
  assert.equal(new URL(page.url()).search, "");

  await signIn(page, OWNER);
  await page.waitForURL("**/dashboard");
  await page.getByRole("link", { name: /Acme Größe/ }).waitFor();
});

test("whoever wants to a page inside comes there after signing in, and to no other host", async () => {
  const { page, context } = await openWindow(browser, server.url);
  await page.goto("/security");
  await page.waitForURL("**/login?redirect=%2Fsecurity");
  await page.goto("/login?redirect=%2F%2Fevil.example");
  await signIn(page, OWNER);
  await page.waitForURL("**/dashboard");
  await context.close();
});

test("the owner invites somebody, who joins in another browser", async () => {
  const { page } = owner;
  await page.goto("/t/acme-grosse/invitations");
  await page.getByText("Nobody is invited").waitFor();
  await page.getByLabel("E-mail address").fill(GUEST);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText(`An invitation is on its way to ${GUEST}.`).waitFor();

  await guest.page.goto(await mailedLink(server.data, GUEST, "/invitations/accept"));
  await guest.page.getByRole("button", { name: "Einladung zeigen" }).click();
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

test("an API key is made, shown once, used, rotated and revoked", async () => {
  const { page } = owner;
  await page.goto("/t/acme-grosse/api-keys");
  await page.getByText("No keys yet").waitFor();
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Billing");
  await page.getByRole("dialog").getByRole("button", { name: "Create a key" }).click();
  const first = await page.locator("code[data-secret]").textContent();
  await page.getByRole("button", { name: "Done" }).click();
  const { items } = await (await owner.context.request.get("/api/v1/tenants")).json();
  const use = async (key) =>
    (await fetch(`${server.url}/api/v1/tenants/${items[0].id}/members`, { headers: { "X-API-Key": key } })).status;
  assert.equal(await use(first), 200);

  await pick(page, "Billing", "Rotate");
  await page.getByLabel("The old secret works for").selectOption("0");
  await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
  await page.getByText("Copy it now").waitFor();
  const second = await page.locator("code[data-secret]").textContent();
  await page.getByRole("button", { name: "Done" }).click();
  assert.equal(await use(second), 200);

  await pick(page, "Billing", "Usage");
  await page.getByText("Requests in the last 30 days").first().waitFor();
  await page.keyboard.press("Escape");

  await pick(page, "Billing", "Revoke");
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("Revoked").waitFor();
  await new Promise((done) => setTimeout(done, 1_000));
  assert.equal(await use(first), 401);
  assert.equal(await use(second), 401);
});

test("a second factor is set up, and asked for", async () => {
  const { page } = owner;
  await page.goto("/security");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("dialog").getByRole("button", { name: "Set up" }).click();
  const secret = await page.getByRole("dialog").locator("code").textContent();
  await page.getByLabel("Then enter the code that the app shows").fill(totp(secret));
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("Your recovery codes").waitFor();
  const recovery = await page.getByRole("dialog").locator("li").first().textContent();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("10 recovery codes left").waitFor();

  await signOut(page);
  await signIn(page, OWNER);
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("The code is wrong").waitFor();
  await page.getByLabel("Code").fill(recovery);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/dashboard");
});

test("a session that has lost its access goes on by one refresh, however many requests wait", async () => {
  const { page, context } = owner;
  await page.goto("/t/acme-grosse/members");
  await page.getByText(GUEST).waitFor();
  const cookies = await context.cookies();
  await context.clearCookies();
  await context.addCookies(cookies.filter((cookie) => cookie.name !== "tenantry_access"));
  let refreshes = 0;
  page.on("request", (request) => (refreshes += request.url().endsWith("/session/refresh") ? 1 : 0));
  await page.goto("/security");
  await page.getByText("this device").waitFor();
  assert.equal(refreshes, 1);
});

test("a suspended organization says so at the member's next click", async () => {
  const { page } = guest;
  await page.goto("/dashboard");
  await page.getByText("Guten Tag, Grace").waitFor();
  await server.command("tenant", "suspend", "acme-grosse");
  await new Promise((done) => setTimeout(done, 1_000));
  await page.getByRole("link", { name: /Acme Größe/ }).click();
  await page.getByText(/gesperrt oder nicht aktiv/).waitFor();
  await server.command("tenant", "activate", "acme-grosse");
});

test("somebody signs in by the keyboard alone", async () => {
  const { page, context } = await openWindow(browser, server.url);
  await page.goto("/login");
  await page.getByLabel("E-mail address").focus();
  await page.keyboard.type(GUEST);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/dashboard");
  await page.getByRole("heading", { name: "Hello, Grace" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
  await context.close();
});

test("who signs out in one tab is signed out in the others", async () => {
  const { page, context } = owner;
  const other = await context.newPage();
  await other.goto("/dashboard");
  await other.getByRole("heading", { name: /Hello/ }).waitFor();
  await signOut(page);
  await other.waitForURL("**/login");
  await other.getByText("You are signed out.").waitFor();
  await other.close();
});

test("a forgotten password is changed by a mailed link", async () => {
  const { page } = guest;
  await page.goto("/forgot");
  await page.getByLabel("E-Mail-Adresse").fill(GUEST);
  await page.getByRole("button", { name: "Link senden" }).click();
  await page.getByText("Sehen Sie in Ihr Postfach").waitFor();
  await page.goto(await mailedLink(server.data, GUEST, "/reset"));
  await page.getByLabel("Neues Passwort").fill("another horse battery");
  await page.getByLabel("Passwort, noch einmal").fill("another horse battery");
  await page.getByRole("button", { name: "Passwort ändern" }).click();
  await page.getByText("Ihr Passwort ist geändert.").waitFor();
  await page.getByLabel("E-Mail-Adresse").fill(GUEST);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText("E-Mail-Adresse oder Passwort stimmt nicht.").waitFor();
});

test("no page had anything to complain of, least of all its policy", () => {
  assert.deepEqual([...owner.complaints, ...guest.complaints], []);
});

async function signIn(page, email) {
  await page.waitForURL("**/login**");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Picks from the menu of what can be done with something. */
async function pick(page, name, action) {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

async function signOut(page) {
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/login");
}
