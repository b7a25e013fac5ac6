import assert from "node:assert/strict";
import { test } from "node:test";
import { openFrontEnds } from "./front-end-page.mjs";
import { bundled } from "./front-ends.mjs";
import { installation } from "./installation.mjs";
import { PASSWORD, signIn } from "./people.mjs";

const LIFETIME = 2; // seconds, after which an access token has expired
const ADA = { organization_name: "Acme", email: "ada@acme.example", password: PASSWORD, password_confirm: PASSWORD };
const GRACE = {
  tenantName: "My Company",
  tenantSlug: "my-company",
  userFullName: "Grace Hopper",
  userEmail: "admin@mycompany.example",
  userPassword: PASSWORD,
};

let code;

/** As it is called is where it is reached without https: clients with tokens work there, and cookies do not. */
const settings = { TENANTRY_ACCESS_TTL: `${LIFETIME}s`, TENANTRY_PUBLIC_URL: "http://accounts.acme.example" };
const own = installation(settings, async () => {
  code = await bundled();
});

test("a statuswatch client rotates an expired token once for many requests, and the old one is spent", async () => {
  const { run, runAtOnce, page } = await openFrontEnds(own, code);
  assert.equal(await run("statuswatch", "register", ADA), 201);
  await run("statuswatch", "login", ADA.email, PASSWORD);
  assert.equal((await run("statuswatch", "me")).organization.name, "Acme");
  const first = await run("statuswatch", "stored");

  await page.waitForTimeout((LIFETIME + 1) * 1_000);
  const asked = heard(page);
  const answers = await runAtOnce(3, "statuswatch", "me");
  assert.deepEqual(new Set(answers.map(({ email }) => email)), new Set([ADA.email]));
  assert.equal(asked("/api/auth/token/refresh/").length, 1);
  assert.equal(asked("/api/auth/me/").length, 6);
  const second = await run("statuswatch", "stored");
  assert.notEqual(second.refresh, first.refresh);

  await run("statuswatch", "logout");
  assert.equal(await run("statuswatch", "stored"), undefined);
  for (const { refresh } of [first, second]) {
    assert.equal((await post("/api/auth/token/refresh/", { refresh })).status, 401);
  }
});

test("a spent refresh token ends the session of a statuswatch client, which then knows nobody any more", async () => {
  const { run, page } = await openFrontEnds(own, code);
  await run("statuswatch", "login", ADA.email, PASSWORD);
  const { refresh } = await run("statuswatch", "stored");
  assert.equal((await post("/api/auth/logout/", { refresh })).status, 200);
  const asked = heard(page);
  await page.waitForTimeout((LIFETIME + 1) * 1_000);
  await assert.rejects(run("statuswatch", "me"), /401/);
  assert.equal(asked("/api/auth/token/refresh/").length, 1);
  assert.equal(await run("statuswatch", "stored"), undefined);
});

test("a statuswatch client is told what is wrong, and does not refresh when the password is", async () => {
  const { run, page } = await openFrontEnds(own, code);
  const asked = heard(page);
  await assert.rejects(run("statuswatch", "register", { ...ADA, email: "no address" }), /400/);
  await assert.rejects(run("statuswatch", "login", ADA.email, "not the password"), /401/);
  assert.equal(asked("/api/auth/token/refresh/").length, 0);
});

test("a stockshift client keeps its refresh token, and queues what fails until there is a new access token", async () => {
  const { run, runAtOnce, page } = await openFrontEnds(own, code);
  assert.equal((await run("stockshift", "register", GRACE)).tenantSlug, GRACE.tenantSlug);
  const { refreshToken, fullName } = await run("stockshift", "login", GRACE.userEmail, PASSWORD);
  assert.match(refreshToken, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(fullName, GRACE.userFullName);
  const first = await stored(page, "accessToken");

  await page.waitForTimeout((LIFETIME + 1) * 1_000);
  const asked = heard(page);
  const answers = await runAtOnce(3, "stockshift", "me");
  assert.deepEqual(new Set(answers.map(({ email }) => email)), new Set([GRACE.userEmail]));
  assert.equal(asked("/api/auth/refresh").length, 1);
  assert.notEqual(await stored(page, "accessToken"), first);
  assert.equal(await stored(page, "refreshToken"), refreshToken);

  assert.equal(await run("stockshift", "logout"), "Logged out successfully");
  assert.equal(await stored(page, "accessToken"), null);
  assert.equal((await post("/api/auth/refresh", { refreshToken })).status, 401);
});

test("a stockshift client whose session has ended clears what it knows", async () => {
  const { run, page } = await openFrontEnds(own, code);
  const { refreshToken } = await run("stockshift", "login", GRACE.userEmail, PASSWORD);
  assert.equal((await post("/api/auth/logout", { refreshToken })).status, 200);
  await page.waitForTimeout((LIFETIME + 1) * 1_000);
  await assert.rejects(run("stockshift", "me"), /401/);
  assert.equal(await stored(page, "refreshToken"), null);
  await assert.rejects(run("stockshift", "login", GRACE.userEmail, "not the password"), /401/);
});

test("the console, which has no tokens, says that nobody can be kept signed in there", async () => {
  const { page } = await own.open();
  await page.goto("/login");
  await signIn(page, ADA.email);
  await page.getByText("This server is not reached over https").waitFor();
});

test("the pages in which they ran had nothing to complain of", () => assert.deepEqual(own.complaints, []));

/** What a page asks of the server from now on, by path. */
function heard(page) {
  const paths = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return (path) => paths.filter((one) => one === path);
}

function stored(page, name) {
  return page.evaluate((key) => localStorage.getItem(key), name);
}

function post(path, body) {
  const headers = { "content-type": "application/json" };
  return fetch(own.server.url + path, { method: "POST", headers, body: JSON.stringify(body) });
}
