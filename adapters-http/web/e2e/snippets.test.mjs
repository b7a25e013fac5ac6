import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, compiled, complaintsOf, misfits } from "./front-ends.mjs";
import { openFrontEnds } from "./front-end-page.mjs";
import { installation } from "./installation.mjs";
import { mailedLink } from "./mails.mjs";

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const COMPANY = { name: "Test Company", email: "company@example.com", password: "Password123!" };

const program = compiled();
let code;
let run;
const own = installation({}, async () => {
  code = await bundled();
  ({ run } = await openFrontEnds(own, code));
});

test("every snippet compiles in strict mode", () => assert.deepEqual(complaintsOf(program), []));

test("the fetch examples of the tenants contract register a tenant, and sign it in", async () => {
  for (const [name, status, message] of [
    ["register", 201, "Tenant registered successfully"],
    ["login", 200, "Login successful"],
  ]) {
    const answer = await run("tenantsFetch", name);
    assert.equal(answer.status, status);
    assert.equal(answer.json.message, message);
    assert.deepEqual(misfits(program, "tenants.ts", "Answer", answer.json), []);
    assert.equal(await role(answer.json.data.auth.accessToken), "owner");
  }
  const again = await run("tenantsFetch", "register");
  assert.deepEqual(again, { status: 409, json: { success: false, message: "Tenant already exists with this email" } });
});

test("the axios example of the tenants contract gets what its interfaces promise", async () => {
  const registered = await run("tenants", "register", COMPANY);
  assert.equal(registered.status, 201);
  const signedIn = await run("tenants", "login", COMPANY);
  assert.equal(signedIn.status, 200);
  for (const { data } of [registered, signedIn]) {
    assert.deepEqual(misfits(program, "tenants.ts", "Answer", data), []);
    const { tenant, auth } = data.data;
    assert.equal(tenant.email, COMPANY.email);
    assert.match(tenant.created_at, TIMESTAMP);
    assert.match(tenant.updated_at, TIMESTAMP);
    assert.match(auth.accessToken, JWT);
    assert.equal(auth.expiresIn, "1h");
    assert.equal(await role(auth.accessToken), "owner");
  }
});

test("what does not fit the interfaces is found", () => {
  const auth = { accessToken: "a.b.c", tokenType: "Basic", expiresIn: 3600 };
  const answer = { success: true, message: "Login successful", data: { auth } };
  assert.deepEqual(misfits(program, "tenants.ts", "Answer", answer).length, 1);
  assert.deepEqual(misfits(program, "tenants.ts", "AuthPayload", auth).length, 2);
  assert.deepEqual(misfits(program, "tenants.ts", "Tenant", {}).length, 6);
});

test("the fetch examples of the front-end contract register somebody, who verifies the address and signs in", async () => {
  const email = "user@example.org";
  const password = "Password123!";
  const registered = await run("frontendAuth", "register", "Ada", "Lovelace", email, password, password);
  assert.equal(registered.status, 201);
  assert.equal(registered.json.message, "Registration successful. Verification email sent.");
  assert.equal(typeof registered.json.userId, "string");

  const early = await run("frontendAuth", "login", email, password);
  assert.equal(early.status, 403);
  assert.equal(early.json.message, "Email not verified");

  const { search } = new URL(await mailedLink(own.server.data, email, "/verify"));
  assert.equal((await fetch(`${own.server.url}/api/auth/verify${search}`)).status, 200);
  const { status, json } = await run("frontendAuth", "login", email, password);
  assert.equal(status, 200);
  assert.match(json.token, JWT);
  assert.deepEqual(json.user, { id: registered.json.userId, email, firstName: "Ada", lastName: "Lovelace" });
  assert.equal(await role(json.token), null);
});

test("the fetch examples of the front-end contract are told what is wrong in each field", async () => {
  const { status, json } = await run("frontendAuth", "register", "Ada", "Lovelace", "no address", "short", "other");
  assert.equal(status, 400);
  assert.equal(json.message, "Validation failed");
  assert.deepEqual(Object.keys(json.errors).sort(), ["confirmPassword", "email", "password"]);
  assert.deepEqual(json.details, json.errors);
});

test("a stockshift client refreshes before its token expires, and asks for what it wants with the new one", async () => {
  const client = await openFrontEnds(own, code);
  const registration = {
    tenantName: "My Company",
    tenantSlug: "my-company",
    userFullName: "Grace Hopper",
    userEmail: "admin@mycompany.example",
    userPassword: COMPANY.password,
  };
  await client.run("stockshift", "register", registration);
  await client.run("stockshift", "login", registration.userEmail, registration.userPassword);
  const asked = [];
  client.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await client.page.clock.install();
  await client.run("stockshift", "me");
  assert.deepEqual(asked, ["/api/v1/me"]);
  await client.page.clock.fastForward("56:00");
  await client.run("stockshift", "me");
  assert.deepEqual(asked, ["/api/v1/me", "/api/auth/refresh", "/api/v1/me"]);
});

test("the page in which they ran had nothing to complain of", () => assert.deepEqual(own.complaints, []));

/** What a token is good for: the role in its tenant of whom it says that they call. */
async function role(token) {
  const answer = await fetch(`${own.server.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
  return (await answer.json()).role;
}
