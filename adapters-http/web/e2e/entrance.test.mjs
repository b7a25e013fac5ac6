import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { installation } from "./installation.mjs";
import { mailedLink } from "./mails.mjs";
import { openOwner, PASSWORD, signIn, signOut } from "./people.mjs";

const ADA = "ada@acme.example";

const own = installation({ TENANTRY_EMAIL_VERIFICATION: "always" });

test("somebody signs up, verifies the address and signs in", async () => {
  const { page } = await own.open();
  await page.goto("/register");
  await page.getByLabel("Name of the organization").fill("Acme Größe");
  await page.getByText("Its short name will be acme-grosse").waitFor();
  await page.getByLabel("E-mail address").fill(ADA);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Repeat password").fill("something else");
  await page.getByRole("button", { name: "Create the organization" }).click();
  await page.getByText("The passwords do not match").waitFor();
  await page.getByLabel("Repeat password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create the organization" }).click();
  await page.waitForURL("**/login");
  await page.getByText("Your organization is ready.").waitFor();
  await page.reload();
  await page.getByText("Your organization is ready.").waitFor();

  await signIn(page, ADA);
  await page.getByText("Your e-mail address is not verified yet").waitFor();
  await page.goto(await mailedLink(own.server.data, ADA, "/verify"));
  await page.getByRole("button", { name: "Verify my address" }).click();
  await page.getByText("Your e-mail address is verified.").waitFor();
  assert.equal(new URL(page.url()).search, "");

  await signIn(page, ADA);
  await page.waitForURL("**/dashboard");
  await page.getByRole("link", { name: /Acme Größe/ }).waitFor();
});

test("whoever wants to a page inside comes there after signing in, and to no other host", async () => {
  const { page } = await own.open();
  await page.goto("/security");
  await page.waitForURL("**/login?redirect=%2Fsecurity");
  await page.goto("/login?redirect=%2F%2Fevil.example");
  await signIn(page, ADA);
  await page.waitForURL("**/dashboard");
});

test("a session that has lost its access goes on by one refresh, however many requests wait", async () => {
  const { page, context } = await openOwner(own, "Brief", "brief@acme.example");
  await page.goto("/dashboard");
  await page.getByRole("heading", { name: /Hello/ }).waitFor();
  await context.clearCookies({ name: "tenantry_access" });
  const refreshes = counted(page, "/session/refresh");
  await page.goto("/security");
  await page.getByText("this device").waitFor();
  assert.equal(refreshes(), 1);
});

test("somebody signs in by the keyboard alone", async () => {
  const { page } = await own.open();
  await page.goto("/login");
  await page.getByLabel("E-mail address").focus();
  await page.keyboard.type(ADA);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/dashboard");
  await page.getByRole("heading", { name: /Hello/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
});

test("who signs out in one tab is signed out in the others", async () => {
  const { page, context } = await openOwner(own, "Tabs", "tabs@acme.example");
  await page.goto("/dashboard");
  const other = await context.newPage();
  await other.goto("/dashboard");
  await other.getByRole("heading", { name: /Hello/ }).waitFor();
  await signOut(page);
  await other.waitForURL("**/login");
  await other.getByText("You are signed out.").waitFor();
});

test("who signs in as somebody else in one tab leaves nothing of theirs in the others", async () => {
  const second = await openOwner(own, "Second", "second@acme.example");
  const { page, context, email } = await openOwner(own, "First", "first@acme.example");
  const other = await context.newPage();
  await other.goto("/profile");
  await other.getByRole("button", { name: `Account: ${email}` }).waitFor();
  await other.getByLabel("Last name").fill("First");
  // As if it had been opened before anybody signed in: it would lead on who is.
  await page.route("**/api/v1/me", (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
  await page.goto("/login");
  await signIn(page, second.email);
  await other.getByRole("button", { name: `Account: ${second.email}` }).waitFor();
  assert.equal(await other.getByLabel("Last name").inputValue(), "");
});

test("who signs out on a slow line sees nothing fail until the sign-in page is there", async () => {
  const { page } = await openOwner(own, "Slow", "slow@acme.example");
  await page.route(/LoginPage/, async (route) => {
    await setTimeout(2_000);
    await route.continue();
  });
  await page.goto("/dashboard");
  await page.getByRole("heading", { name: /Hello/ }).waitFor();
  const asked = counted(page, "/api/v1/me");
  await signOut(page);
  await page.getByText("You are signed out.").waitFor();
  assert.equal(asked(), 0);
});

test("a forgotten password is changed by a mailed link, on a phone and in German", async () => {
  const { page } = await own.open({ viewport: { width: 360, height: 740 }, locale: "de-DE" });
  await page.goto("/forgot");
  await page.getByLabel("E-Mail-Adresse").fill(ADA);
  await page.getByRole("button", { name: "Link senden" }).click();
  await page.getByText("Prüfen Sie Ihr Postfach").waitFor();
  await page.goto(await mailedLink(own.server.data, ADA, "/reset"));
  await page.getByLabel("Neues Passwort").fill("another horse battery");
  await page.getByLabel("Passwort wiederholen").fill("another horse battery");
  await page.getByRole("button", { name: "Passwort ändern" }).click();
  await page.getByText("Ihr Passwort wurde geändert.").waitFor();
  await page.getByLabel("E-Mail-Adresse").fill(ADA);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText("E-Mail-Adresse oder Passwort ist falsch.").waitFor();
});

test("who has tried too often sees for how long to wait", async () => {
  const email = "forgetful@acme.example";
  const { page, context } = await openOwner(own, "Forgetful", email);
  await context.clearCookies();
  for (let tries = 0; tries < 10; tries++) {
    await context.request.post("/api/v1/session", { data: { email, password: "not the password" } });
  }
  await page.clock.install();
  await page.goto("/login");
  await signIn(page, email);
  await page.getByText("Too many attempts.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Try again in \d+ s$/ }).isDisabled(), true);
  await page.clock.fastForward("00:15");
  await page.getByRole("button", { name: /^Try again in [34]\d s$/ }).waitFor();
  await page.clock.fastForward("01:00");
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
});

test("the colors change at each press, and nothing is written into the page that its policy refuses", async () => {
  const { page } = await own.open({ colorScheme: "dark" });
  await page.goto("/login");
  for (const [scheme, shown] of [
    ["Light", "light"],
    ["Dark", "dark"],
    ["Same as system", "dark"],
  ]) {
    await page.getByRole("button", { name: /^Colors/ }).click();
    await page.getByRole("button", { name: `Colors: ${scheme}` }).waitFor();
    await page.locator(`html[data-mantine-color-scheme=${shown}]`).waitFor();
  }
});

test("where nothing is, a browser is told so by the console, and a program in JSON", async () => {
  const { context, page } = await own.open();
  const answer = await page.goto("/nowhere");
  assert.equal(answer.status(), 404);
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  const told = await context.request.get("/nowhere");
  assert.equal(told.status(), 404);
  assert.equal((await told.json()).code, "not_found");
});

test("no page had anything to complain of, least of all its policy", () => assert.deepEqual(own.complaints, []));

function counted(page, path) {
  let count = 0;
  page.on("request", (request) => (count += request.url().endsWith(path) ? 1 : 0));
  return () => count;
}
