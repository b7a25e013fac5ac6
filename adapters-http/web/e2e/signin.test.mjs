import assert from "node:assert/strict";
import { after, test } from "node:test";
import { installation } from "./installation.mjs";
import { addPasskey, openOwner, prove, signIn, signOut } from "./people.mjs";
import { openProvider } from "./provider.mjs";
import { totp } from "./totp.mjs";

const person = { sub: "4711", email: "grace@elsewhere.example", email_verified: true, given_name: "Grace" };
const provider = openProvider(person);
const own = installation(provider.then(({ settings }) => settings));

after(async () => (await provider).close());

test("a second factor is set up, and asked for: a code of the generator, or one for recovery", async () => {
  const email = "ada@acme.example";
  const { page } = await openOwner(own, "Acme", email);
  await page.goto("/security");
  await page.getByRole("button", { name: "Set up" }).click();
  await prove(page, "Set up");
  const secret = await page.getByRole("dialog").locator("code").textContent();
  const used = totp(secret);
  await page.getByLabel("Then enter the code that the app shows").fill(used);
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("Your recovery codes").waitFor();
  const recovery = await page.getByRole("dialog").locator("li").first().textContent();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("10 recovery codes left").waitFor();

  await signOut(page);
  await signIn(page, email);
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  assert.equal(await showCode(page, "000000"), 401);
  await page.getByText("The code is wrong").waitFor();
  assert.equal(await showCode(page, used), 401);
  assert.equal(await showCode(page, totp(secret, 1)), 200);
  await page.waitForURL("**/dashboard");

  await signOut(page);
  await signIn(page, email);
  assert.equal(await showCode(page, recovery), 200);
  await page.waitForURL("**/dashboard");
  await page.goto("/security");
  await page.getByText("9 recovery codes left").waitFor();
});

test("a passkey is added, signs in by itself, is asked for after a password, renamed and removed", async () => {
  const email = "grace@acme.example";
  const { page } = await openOwner(own, "Passkeys", email);
  await addPasskey(page, "Ring");

  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/dashboard");

  await signOut(page);
  await signIn(page, email);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL("**/dashboard");

  await page.goto("/security");
  const passkeys = page.getByRole("listitem").filter({ hasText: /last used/ });
  await passkeys.getByRole("button", { name: "Rename “Ring”" }).click();
  await page.getByRole("dialog").getByLabel("Name, to tell it apart from others").fill("Key ring");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await passkeys.getByRole("button", { name: "Remove “Key ring”" }).click();
  await prove(page, "Remove");
  await page.getByText("No passkeys yet").waitFor();
  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("alert").waitFor();
});

test("an account at a provider is linked, signs in, and is unlinked", async () => {
  const email = "linked@acme.example";
  const { page } = await openOwner(own, "Linked", email);
  await page.goto("/security");
  await page.getByRole("button", { name: "Link Acme Id" }).click();
  await prove(page, "Link Acme Id");
  await page.waitForURL("**/dashboard");
  await page.goto("/security");
  await page.getByText(person.email).waitFor();

  await signOut(page);
  await page.getByRole("button", { name: "Continue with Acme Id" }).click();
  await page.waitForURL("**/dashboard");
  await page.getByRole("button", { name: `Account: ${email}` }).waitFor();

  await page.goto("/security");
  await page.getByRole("button", { name: "Unlink" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unlink" }).click();
  await page.getByText(person.email).waitFor({ state: "detached" });
});

test("who comes from a provider for the first time gets an account, and belongs to no organization yet", async () => {
  const { page } = await own.open();
  await page.goto("/login");
  await page.getByRole("button", { name: "Continue with Acme Id" }).click();
  await page.waitForURL("**/dashboard");
  await page.getByRole("heading", { name: "Hello, Grace" }).waitFor();
  await page.getByText("You do not belong to an organization yet").waitFor();
});

test("who signs in by a provider leaves nothing of somebody else in other tabs", async () => {
  const { page, context, email } = await openOwner(own, "Before", "before@acme.example");
  const other = await context.newPage();
  await other.goto("/dashboard");
  await other.getByRole("button", { name: `Account: ${email}` }).waitFor();
  // As if it had been opened before anybody signed in: it would lead on who is.
  await page.route("**/api/v1/me", (route) => route.fulfill({ status: 401, json: {} }));
  await page.goto("/login");
  await page.getByRole("button", { name: "Continue with Acme Id" }).click();
  await other.getByRole("button", { name: `Account: ${person.email}` }).waitFor();
});

test("no page had anything to complain of, least of all its policy", () => assert.deepEqual(own.complaints, []));

async function showCode(page, code) {
  const answer = page.waitForResponse("**/api/v1/session/mfa");
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  return (await answer).status();
}
