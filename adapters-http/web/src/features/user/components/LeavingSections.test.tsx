import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { dialog, openSecurity } from "../../../../test/account.ts";
import { catchFiles } from "../../../../test/files.ts";
import { answer, bodies } from "../../../../test/server.ts";

async function erase() {
  const page = openSecurity();
  await page.user.click(await screen.findByRole("button", { name: "Delete my account" }));
  const opened = await dialog();
  await page.user.type(opened.getByLabelText("Password"), "correct horse battery");
  await page.user.click(opened.getByRole("button", { name: "Delete my account" }));
  return { ...page, opened };
}

describe("one's data", () => {
  it("are downloaded as they come", async () => {
    const files = catchFiles();
    answer("GET /v1/me/export", { status: 200, body: { user: { email: "ada@acme.example" }, later: [1] } });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: "Download my data" }));
    await expect.poll(() => files.length).toBe(1);
    expect(files[0]?.name).toBe("tenantry-my-data.json");
    expect(JSON.parse(files[0]?.text ?? "")).toEqual({ user: { email: "ada@acme.example" }, later: [1] });
  });

  it("say why they cannot be had", async () => {
    answer("GET /v1/me/export", { status: 503, body: { code: "overloaded", detail: "…" } });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: "Download my data" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is too busy.");
  });
});

describe("the account", () => {
  it("is deleted by the password, and the sign-in says farewell", async () => {
    answer("DELETE /v1/me", { status: 204, body: "" });
    const { address } = await erase();
    await screen.findByText("Your account has been deleted. Goodbye!");
    expect(address()).toBe("/login");
    expect(bodies.get("DELETE /v1/me")).toEqual({ password: "correct horse battery" });
  });

  it("stays while an organization would lose its last owner", async () => {
    answer("DELETE /v1/me", { status: 409, body: { code: "last_owner", detail: "…" } });
    const { opened, address } = await erase();
    expect(await opened.findByRole("alert")).toHaveTextContent("of which you are the only owner");
    expect(address()).toBe("/security");
  });

  it("stays if the password is wrong", async () => {
    const errors = { password: "is wrong" };
    answer("DELETE /v1/me", { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    const { opened } = await erase();
    await opened.findByText("This is not correct");
    expect(opened.getByLabelText("Password")).toBeInvalid();
  });
});
