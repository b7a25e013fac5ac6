import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { dialog } from "../../../../test/account.ts";
import { ACME, listOf } from "../../../../test/fixtures.ts";
import { openAsOperator } from "../../../../test/operator.ts";
import { answer, queries } from "../../../../test/server.ts";

const KEY = {
  id: "0199c1de-7a61-7c3e-9d55-00000000000c",
  name: "Billing",
  prefix: "tk_00YBhlGhcqD8tWeZ1cPjgO",
  lastFour: "0aZ9",
  scopes: ["billing:read"],
  createdAt: "2026-01-30T12:00:00.000Z",
  createdBy: null,
  lastUsedAt: null,
  expiresAt: null,
  previousSecretExpiresAt: null,
  revokedAt: null,
  active: true,
  requests: 7,
  previousSecretRequests: 0,
  tenant: { id: ACME.id, number: 1, name: "Acme", slug: "acme" },
};

async function revoke() {
  answer("GET /v1/admin/api-keys", listOf(KEY));
  const page = openAsOperator("/admin/keys");
  await page.user.click(await screen.findByRole("button", { name: "Revoke: Billing" }));
  const opened = await dialog();
  await page.user.click(opened.getByRole("button", { name: "Revoke" }));
  return opened;
}

describe("the API keys of an installation", () => {
  it("are found by a name or a prefix", async () => {
    answer("GET /v1/admin/api-keys", listOf(KEY));
    const { user } = openAsOperator("/admin/keys");
    await screen.findByText("tk_00YBhlGhcqD8tWeZ1cPjgO_…0aZ9");
    await user.type(screen.getByLabelText("Search"), "tk_00YB");
    await waitFor(() => expect(queries.get("GET /v1/admin/api-keys")).toMatchObject({ query: "tk_00YB" }));
  });

  it("are revoked after a question", async () => {
    answer(`DELETE /v1/admin/api-keys/${KEY.id}`, () => {
      answer("GET /v1/admin/api-keys", listOf({ ...KEY, active: false, revokedAt: KEY.createdAt }));
      return { status: 204, body: "" };
    });
    await revoke();
    await screen.findByText("Revoked");
    expect(screen.queryByRole("button", { name: "Revoke: Billing" })).not.toBeInTheDocument();
  });

  it("say if they could not be revoked", async () => {
    answer(`DELETE /v1/admin/api-keys/${KEY.id}`, { status: 0 });
    const opened = await revoke();
    expect(await opened.findByRole("alert")).toHaveTextContent("The server is not responding.");
  });
});
