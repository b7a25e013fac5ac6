import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { listOf } from "../../../../test/fixtures.ts";
import { openAsOperator } from "../../../../test/operator.ts";
import { answer, asked } from "../../../../test/server.ts";

describe.each(["/admin", "/admin/tenants", "/admin/users", "/admin/keys", "/admin/audit"])("%s", (path) => {
  it("says to who is no operator, once, that it is for operators, and asks nothing for them", async () => {
    openAsOperator(path, { operator: false });
    await screen.findByRole("heading", { name: "For operators only" });
    expect(screen.getAllByText("For operators only")).toHaveLength(1);
    expect(asked).toEqual(["GET /v1/me"]);
  });

  it("sends an operator without a second factor to set one up", async () => {
    openAsOperator(path, { mfa: { totp: false, recoveryCodesLeft: 0, passkeys: 0 } });
    expect(await screen.findByRole("link", { name: "Set up a second factor" })).toHaveAttribute("href", "/security");
    expect(asked).toEqual(["GET /v1/me"]);
  });
});

describe("an operator whose session began by one factor alone", () => {
  const refused = { status: 403, body: { code: "forbidden", detail: "…" } };

  it("is told to sign in again, with a button to begin", async () => {
    answer("GET /v1/admin/users", refused);
    answer("DELETE /v1/session", { status: 204, body: "" });
    answer("GET /v1/session/providers", listOf());
    const { user, address } = openAsOperator("/admin/users");
    await screen.findByText(/You signed in with only one factor/);
    await user.click(screen.getByRole("button", { name: "Sign out" }));
    await screen.findByText("You are signed out.");
    expect(address()).toBe("/login");
  });

  it("is told if signing out fails", async () => {
    answer("GET /v1/admin/users", refused);
    answer("DELETE /v1/session", { status: 0 });
    const { user } = openAsOperator("/admin/users");
    await user.click(await screen.findByRole("button", { name: "Sign out" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is not responding.");
  });
});
