import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { installation } from "./installation.mjs";
import { openOwner, pick } from "./people.mjs";
import { isSigned, openReceiver } from "./receiver.mjs";
import { soon } from "./soon.mjs";

const receiver = openReceiver();
let owner;
const own = installation({ TENANTRY_WEBHOOK_ALLOW: "127.0.0.1/32" }, async () => {
  owner = await openOwner(own, "Acme", "ada@acme.example");
  await owner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

after(async () => (await receiver).close());

test("an API key is copied, used by curl, rotated with an overlap, and revoked", async () => {
  const { page } = owner;
  await page.goto("/t/acme/api-keys");
  await page.getByText("No keys yet").waitFor();
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Billing");
  await page.getByRole("dialog").getByLabel("members:read").check();
  await page.getByRole("dialog").getByRole("button", { name: "Create a key" }).click();
  const first = await copied(page);
  assert.equal(await curl(`X-API-Key: ${first}`), 200);
  assert.equal(await curl(`Authorization: Bearer ${first}`), 200);
  assert.equal(await curl(`X-API-Key: ${first.slice(0, -1)}`), 401);

  await pick(page, "Billing", "Rotate");
  await page.getByLabel("The old secret keeps working").selectOption("3600");
  await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
  const second = await copied(page);
  assert.notEqual(second, first);
  assert.equal(await curl(`X-API-Key: ${first}`), 200);
  assert.equal(await curl(`X-API-Key: ${second}`), 200);

  await soon("four requests are shown", () => usesShown(page, "4"));

  await pick(page, "Billing", "Revoke");
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("Revoked").waitFor();
  await soon("the new secret is refused", async () => (await curl(`X-API-Key: ${second}`)) === 401);
  await soon("the old one, too", async () => (await curl(`X-API-Key: ${first}`)) === 401);
});

test("a webhook tells a program what happens, signed, and once more when asked", async () => {
  const { page } = owner;
  const { url, nth } = await receiver;
  await page.goto("/t/acme/webhooks");
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await page.getByRole("dialog").getByLabel("URL").fill(url);
  await page.getByRole("dialog").getByRole("button", { name: "Add a webhook" }).click();
  const secret = await copied(page);

  await pick(page, url, "Deliveries");
  await page.getByRole("button", { name: "Send a test" }).click();
  const test = await nth(0);
  assert.ok(isSigned(test, secret));
  assert.ok(!isSigned(test, `whsec_${btoa("not the secret")}`));
  assert.ok(!isSigned({ ...test, body: `${test.body} ` }, secret));
  await page.getByText("Delivered").waitFor();
  await page.getByText("Response: 204").waitFor();

  const { type } = JSON.parse(test.body);
  await page.getByRole("button", { name: `Send ${type} again` }).click();
  const again = await nth(1);
  assert.equal(again.headers["webhook-id"], test.headers["webhook-id"]);
  assert.equal(again.body, test.body);
  assert.ok(isSigned(again, secret));
});

test("a webhook hears of what somebody does in the console", async () => {
  const { page } = owner;
  await page.goto("/t/acme/api-keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Told");
  await page.getByRole("dialog").getByLabel("members:read").check();
  await page.getByRole("dialog").getByRole("button", { name: "Create a key" }).click();
  await copied(page);
  const { body } = await (await receiver).nth(2);
  assert.equal(JSON.parse(body).type, "api_key.created");
});

test("no page had anything to complain of, least of all its policy", () => assert.deepEqual(own.complaints, []));

/** The secret that is shown this once, by way of the clipboard. */
async function copied(page) {
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Done" }).click();
  return secret;
}

/** What a program is answered that shows this header. */
async function curl(header) {
  const url = `${own.server.url}/api/v1/tenants/${owner.tenant.id}/members`;
  const words = ["--silent", "--output", "/dev/null", "--write-out", "%{http_code}", "--header", header, url];
  return Number((await promisify(execFile)("curl", words)).stdout);
}

async function usesShown(page, count) {
  await page.reload();
  await pick(page, "Billing", "Usage");
  const uses = page.getByRole("dialog").getByRole("definition").first();
  await uses.waitFor();
  const shown = await uses.textContent();
  await page.keyboard.press("Escape");
  return shown === count;
}
