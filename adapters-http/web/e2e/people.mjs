import { mailedLink } from "./mails.mjs";
import { totp } from "./totp.mjs";

export const PASSWORD = "correct horse battery";

/** Calls the API as who is signed in in this context, and gives what it answers. */
export async function call(context, method, path, data) {
  const answer = await context.request.fetch(path, { method, data, failOnStatusCode: true });
  return answer.status() === 204 ? undefined : await answer.json();
}

export async function post(context, path, data) {
  return await call(context, "POST", path, data);
}

/** Somebody with an organization of their own, whose address is verified, and who is signed in in a new window. */
export async function openOwner(own, organization, email, options) {
  const window = await own.open(options);
  await register(window.context, organization, email);
  await verify(own.server, email);
  await post(window.context, "/api/v1/session", { email, password: PASSWORD, session: "cookie" });
  const [{ tenant }] = (await call(window.context, "GET", "/api/v1/me")).memberships;
  return { ...window, email, tenant };
}

export async function register(context, organization, email) {
  await post(context, "/api/auth/register", {
    organization_name: organization,
    email,
    password: PASSWORD,
    password_confirm: PASSWORD,
  });
}

async function verify(server, email) {
  const link = new URL(await mailedLink(server.data, email, "/verify"));
  await fetch(`${server.url}/api/auth/verify${link.search}`);
}

/** Somebody who has joined an owner's organization by an invitation, and is signed in in a new window. */
export async function openMember(own, owner, { email, ...names }, options) {
  await post(owner.context, `/api/v1/tenants/${owner.tenant.id}/invitations`, { email, role: "member" });
  const link = new URL(await mailedLink(own.server.data, email, "/invitations/accept"));
  const window = await own.open(options);
  await post(window.context, "/api/v1/invitations/accept", {
    token: link.searchParams.get("token"),
    password: PASSWORD,
    session: "cookie",
    ...names,
  });
  return { ...window, email };
}

/** Somebody who operates the installation, and has shown two factors. */
export async function openOperator(own, email, options) {
  const window = await own.open(options);
  const { context } = window;
  await register(context, "Operations", email);
  await own.server.command("operator", "add", email);
  await post(context, "/api/v1/session", { email, password: PASSWORD, session: "cookie" });
  const { secret } = await post(context, "/api/v1/me/totp", { password: PASSWORD });
  const { recoveryCodes } = await post(context, "/api/v1/me/totp/confirm", { code: totp(secret) });
  await post(context, "/api/v1/session/mfa", {
    mfaToken: await firstStep(context, email),
    code: recoveryCodes[0],
    session: "cookie",
  });
  return window;
}

async function firstStep(context, email) {
  const data = { email, password: PASSWORD, session: "cookie" };
  return (await (await context.request.post("/api/v1/session", { data })).json()).mfaToken;
}

/** Signs in at the page that is open, or to come. */
export async function signIn(page, email, password = PASSWORD) {
  await page.waitForURL("**/login**");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function signOut(page) {
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/login");
}

/** Picks from the menu of what can be done with something. */
export async function pick(page, name, action) {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** Shows the password in the dialog that asks for it. */
export async function prove(page, button) {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: button, exact: true }).click();
}

/** Gives who is signed in their first passkey, of an authenticator that this page's browser has from now on. */
export async function addPasskey(page, name) {
  await giveAuthenticator(page);
  await page.goto("/security");
  await page.getByText("No passkeys yet").waitFor();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("dialog").getByLabel("Name, to tell it apart from others").fill(name);
  await prove(page, "Add a passkey");
  await page.getByText("Your recovery codes").waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText(name).waitFor();
}

/** An authenticator in the browser's own memory, which touches itself. */
async function giveAuthenticator(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
