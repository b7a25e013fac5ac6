import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { installation } from "./installation.mjs";
import { mailedLink } from "./mails.mjs";
import { call, openMember, openOwner, PASSWORD, post, signIn } from "./people.mjs";
import { soon } from "./soon.mjs";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

const own = installation();

test("a session on another device is seen and ended, and that device is out at its next click", async () => {
  const { page, email } = await openOwner(own, "Devices", "devices@acme.example");
  const other = await own.open({ userAgent: FIREFOX });
  await other.page.goto("/login");
  await signIn(other.page, email);
  await other.page.waitForURL("**/dashboard");

  await page.goto("/security");
  await page.getByText("this device").waitFor();
  await page.getByRole("button", { name: "Sign out: Firefox · Windows" }).click();
  await page.getByText("Firefox · Windows").waitFor({ state: "detached" });
  await soon("the session is over", async () => (await other.context.request.get("/api/v1/me")).status() === 401);
  await other.page.getByRole("link", { name: "Security" }).click();
  await other.page.waitForURL("**/login?redirect=%2Fsecurity");
  await other.page.getByText("Your session has ended. Please sign in again.").waitFor();
  await page.reload();
  await page.getByText("this device").waitFor();
});

test("an e-mail address is changed by the link that is mailed to the new one", async () => {
  const { page, email } = await openOwner(own, "Moving", "before@acme.example");
  const next = "after@acme.example";
  await page.goto("/profile");
  await page.getByRole("button", { name: "Change the address" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New e-mail address").fill(next);
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Change the address" }).click();
  await page.getByText(`A link is on its way to ${next}.`).waitFor();
  await page.getByText(`You sign in as ${email}.`).waitFor();

  const mailed = await own.open();
  await mailed.page.goto(await mailedLink(own.server.data, next, "/confirm-email"));
  await mailed.page.getByRole("button", { name: "Confirm the address" }).click();
  await mailed.page.getByText("Your new e-mail address is confirmed.").waitFor();
  await signIn(mailed.page, email);
  await mailed.page.getByText("E-mail address or password is wrong.").waitFor();
  await signIn(mailed.page, next);
  await mailed.page.waitForURL("**/dashboard");
});

test("what is kept about somebody is downloaded", async () => {
  const { page, email } = await openOwner(own, "Copies", "copies@acme.example");
  await page.goto("/security");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download my data" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "tenantry-my-data.json");
  assert.ok((await readFile(await download.path(), "utf8")).includes(email));
});

test("an account is deleted, but not while an organization has no other owner", async () => {
  const owner = await openOwner(own, "Farewell", "owner@farewell.example");
  const member = await openMember(own, owner, { email: "member@farewell.example", firstName: "Mary" });
  await owner.page.goto("/security");
  await erase(owner.page);
  await owner.page.getByText("of which you are the only owner").waitFor();

  await member.page.goto("/security");
  await erase(member.page);
  await member.page.waitForURL("**/login");
  await member.page.getByText("Your account has been deleted. Goodbye!").waitFor();
  await signIn(member.page, member.email);
  await member.page.getByText("E-mail address or password is wrong.").waitFor();
  const { items } = await call(owner.context, "GET", `/api/v1/tenants/${owner.tenant.id}/members`);
  assert.deepEqual(
    items.map(({ email }) => email),
    [owner.email],
  );
});

test("a password is changed, and signs out every other device", async () => {
  const { page, email } = await openOwner(own, "Changes", "changes@acme.example");
  const other = await own.open();
  await post(other.context, "/api/v1/session", { email, password: PASSWORD, session: "cookie" });
  await page.goto("/security");
  await page.getByRole("button", { name: "Change the password" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password").fill(PASSWORD);
  await dialog.getByLabel("New password").fill("another horse battery");
  await dialog.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("Your password has been changed.").waitFor();
  await soon("the other is out", async () => (await other.context.request.get("/api/v1/me")).status() === 401);
  await page.goto("/dashboard");
  await page.getByRole("heading", { name: /Hello/ }).waitFor();
});

test("no page had anything to complain of, least of all its policy", () => assert.deepEqual(own.complaints, []));

async function erase(page) {
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Delete my account" }).click();
}
