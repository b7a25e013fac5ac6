import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CODES, dialog, openSecurity, part, PASSKEY } from "../../../../test/account.ts";
import { listOf } from "../../../../test/fixtures.ts";
import { answer, asked, bodies } from "../../../../test/server.ts";

/** What a browser has that knows passkeys; whoever uses it always touches the authenticator. */
function giveAuthenticator(create: () => Promise<unknown>) {
  class Credential {
    static parseRequestOptionsFromJSON = (options: unknown) => options;
    static parseCreationOptionsFromJSON = (options: unknown) => options;
    toJSON = () => ({ id: "credential" });
  }
  vi.stubGlobal("PublicKeyCredential", Credential);
  vi.stubGlobal("navigator", { userAgent: "Firefox/140 Linux", credentials: { create } });
  return new Credential();
}

async function add() {
  answer("POST /v1/me/passkeys/options", { status: 200, body: { ceremony: "c", publicKey: { challenge: "x" } } });
  const page = openSecurity({ mfa: { totp: false, recoveryCodesLeft: 0, passkeys: 0 } });
  await page.user.click(await screen.findByRole("button", { name: "Add a passkey" }));
  const opened = await dialog();
  await page.user.type(opened.getByLabelText("Password"), "correct horse battery");
  await page.user.click(opened.getByRole("button", { name: "Add a passkey" }));
  return opened;
}

async function press(button: string) {
  const page = openSecurity();
  await page.user.click(await screen.findByRole("button", { name: button }));
  return { ...page, opened: await dialog() };
}

describe("a new passkey", () => {
  it("is made by the authenticator, named after the device, and may bring recovery codes", async () => {
    const credential = giveAuthenticator(() => Promise.resolve(credential));
    answer("POST /v1/me/passkeys", { status: 201, body: { ...PASSKEY, recoveryCodes: CODES } });
    await add();
    await screen.findByText("code-0");
    expect(bodies.get("POST /v1/me/passkeys/options")).toEqual({ password: "correct horse battery" });
    expect(bodies.get("POST /v1/me/passkeys")).toEqual({
      ceremony: "c",
      credential: { id: "credential" },
      name: "Firefox · Linux",
    });
  });

  it("is not made if the authenticator is not used", async () => {
    giveAuthenticator(() => Promise.reject(new DOMException("…", "NotAllowedError")));
    const opened = await add();
    expect(await opened.findByRole("alert")).toHaveTextContent("The passkey was not used.");
    expect(asked).not.toContain("POST /v1/me/passkeys");
  });

  it("cannot be made by a browser that knows none", async () => {
    openSecurity();
    await (await part("Passkeys")).findByText("This browser does not support passkeys.");
    expect(screen.queryByRole("button", { name: "Add a passkey" })).not.toBeInTheDocument();
  });
});

describe("the passkeys", () => {
  beforeEach(() => {
    answer(`PATCH /v1/me/passkeys/${PASSKEY.id}`, ({ name }) => {
      answer("GET /v1/me/passkeys", listOf({ ...PASSKEY, name }));
      return { status: 200, body: { ...PASSKEY, name } };
    });
  });

  it("are listed, with when they were used last", async () => {
    openSecurity();
    const row = within((await (await part("Passkeys")).findByText("Laptop")).closest("li") as HTMLElement);
    expect(row.getByText("added Jan 30, 2026 · not used yet")).toBeInTheDocument();
  });

  it("can be renamed", async () => {
    const { user, opened } = await press("Rename “Laptop”");
    await user.clear(opened.getByRole("textbox"));
    await user.type(opened.getByRole("textbox"), " Desk ");
    await user.click(opened.getByRole("button", { name: "Save" }));
    await screen.findByText("Desk");
    expect(bodies.get(`PATCH /v1/me/passkeys/${PASSKEY.id}`)).toEqual({ name: "Desk" });
  });

  it("must have a name", async () => {
    const { user, opened } = await press("Rename “Laptop”");
    await user.clear(opened.getByRole("textbox"));
    await user.click(opened.getByRole("button", { name: "Save" }));
    await opened.findByText("Please fill in this field");
    expect(asked).not.toContain(`PATCH /v1/me/passkeys/${PASSKEY.id}`);
  });

  it("say what the API does not like about a name", async () => {
    const errors = { name: "contains a character that is not allowed" };
    answer(`PATCH /v1/me/passkeys/${PASSKEY.id}`, {
      status: 400,
      body: { code: "validation_failed", detail: "…", errors },
    });
    const { user, opened } = await press("Rename “Laptop”");
    await user.click(opened.getByRole("button", { name: "Save" }));
    await opened.findByText(/contains a character that is not allowed/);
    expect(opened.getByRole("textbox")).toBeInvalid();
  });

  it("are removed by the password", async () => {
    answer(`DELETE /v1/me/passkeys/${PASSKEY.id}`, () => {
      answer("GET /v1/me/passkeys", listOf());
      return { status: 204, body: "" };
    });
    const { user, opened } = await press("Remove “Laptop”");
    await user.type(opened.getByLabelText("Password"), "correct horse battery");
    await user.click(opened.getByRole("button", { name: "Remove" }));
    await screen.findByText("No passkeys yet");
    expect(bodies.get(`DELETE /v1/me/passkeys/${PASSKEY.id}`)).toEqual({ password: "correct horse battery" });
  });

  it("stay if nobody could sign in without them", async () => {
    answer(`DELETE /v1/me/passkeys/${PASSKEY.id}`, { status: 409, body: { code: "conflict", detail: "…" } });
    const { user, opened } = await press("Remove “Laptop”");
    await user.click(opened.getByRole("button", { name: "Remove" }));
    expect(await opened.findByRole("alert")).toHaveTextContent("Without it you could no longer sign in.");
  });
});
