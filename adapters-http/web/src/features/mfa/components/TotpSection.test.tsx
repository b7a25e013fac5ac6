import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CODES, dialog, openSecurity, part } from "../../../../test/account.ts";
import { catchFiles } from "../../../../test/files.ts";
import { ADA } from "../../../../test/fixtures.ts";
import { answer, asked, bodies } from "../../../../test/server.ts";

const OFF = { mfa: { totp: false, recoveryCodesLeft: 0, passkeys: 0 } };
const SET_UP = {
  secret: "JBSWY3DPEHPK3PXP",
  otpauthUri: "otpauth://totp/accounts.example:ada",
  qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

async function begin() {
  answer("POST /v1/me/totp", { status: 200, body: SET_UP });
  const page = openSecurity(OFF);
  await page.user.click(await screen.findByRole("button", { name: "Set up" }));
  const opened = await dialog();
  await page.user.type(opened.getByLabelText("Password"), "correct horse battery");
  await page.user.click(opened.getByRole("button", { name: "Set up" }));
  await opened.findByText("JBSW Y3DP EHPK 3PXP");
  return { ...page, opened };
}

describe("an authenticator app", () => {
  it("is set up by scanning and a code, and brings recovery codes to keep", async () => {
    const files = catchFiles();
    answer("POST /v1/me/totp/confirm", { status: 200, body: { recoveryCodes: CODES } });
    const { user, opened } = await begin();
    expect(bodies.get("POST /v1/me/totp")).toEqual({ password: "correct horse battery" });
    await user.type(opened.getByLabelText(/Then enter the code/), "123456");
    await user.click(opened.getByRole("button", { name: "Turn on" }));
    await opened.findByText("code-9");
    await user.click(opened.getByRole("button", { name: "Download" }));
    expect(files).toEqual([{ name: "tenantry-recovery-codes.txt", text: `${CODES.join("\n")}\n` }]);
    answer("GET /v1/me", { status: 200, body: { ...ADA, mfa: { totp: true, recoveryCodesLeft: 10, passkeys: 0 } } });
    await user.click(opened.getByRole("button", { name: "Done" }));
    await screen.findByText("10 recovery codes left");
  });

  it("wants a code before it is on", async () => {
    const { user, opened } = await begin();
    await user.click(opened.getByRole("button", { name: "Turn on" }));
    await opened.findByText("Please fill in this field");
    expect(asked).not.toContain("POST /v1/me/totp/confirm");
  });

  it("says that a code is wrong, and keeps the secret on the page", async () => {
    const errors = { code: "is wrong" };
    answer("POST /v1/me/totp/confirm", { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    const { user, opened } = await begin();
    await user.type(opened.getByLabelText(/Then enter the code/), "000000");
    await user.click(opened.getByRole("button", { name: "Turn on" }));
    await opened.findByText("This is not correct");
    expect(opened.getByText("JBSW Y3DP EHPK 3PXP")).toBeInTheDocument();
  });

  it("is turned off by the password and a code", async () => {
    answer("DELETE /v1/me/totp", () => {
      answer("GET /v1/me", { status: 200, body: { ...ADA, ...OFF } });
      return { status: 204, body: "" };
    });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: "Turn off" }));
    const opened = await dialog();
    await user.type(opened.getByLabelText("Password"), "correct horse battery");
    await user.type(opened.getByLabelText(/Code/), "123456");
    await user.click(opened.getByRole("button", { name: "Turn off" }));
    await (await part("Authenticator app")).findByRole("button", { name: "Set up" });
    expect(bodies.get("DELETE /v1/me/totp")).toEqual({ password: "correct horse battery", code: "123456" });
  });

  it("stays where somebody needs it, and says so", async () => {
    answer("DELETE /v1/me/totp", { status: 409, body: { code: "conflict", detail: "…" } });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: "Turn off" }));
    const opened = await dialog();
    await user.type(opened.getByLabelText(/Code/), "123456");
    await user.click(opened.getByRole("button", { name: "Turn off" }));
    expect(await opened.findByRole("alert")).toHaveTextContent("Set up another way first.");
  });

  it("brings new recovery codes when they are asked for", async () => {
    answer("POST /v1/me/recovery-codes", { status: 200, body: { recoveryCodes: CODES } });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: "New recovery codes" }));
    const opened = await dialog();
    await user.type(opened.getByLabelText("Password"), "correct horse battery");
    await user.type(opened.getByLabelText(/Code/), "123456");
    await user.click(opened.getByRole("button", { name: "New recovery codes" }));
    await opened.findByText("code-0");
    expect(opened.queryByRole("button", { name: "Close" })).toBeNull();
    await user.keyboard("{Escape}");
    await opened.findByText("code-0");
  });
});
