import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACME, ADA, listOf, SIGNED_IN } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const TENANT = `/v1/tenants/${ACME.id}`;

const OTHER = "0199c1de-7a60-7c3e-9d55-000000000002";

const DETAILS = {
  ...ACME,
  contactEmail: "office@acme.example",
  plan: "FREE",
  quotaLimit: 10_000,
  domain: "acme.tenantry.example",
  requireMfa: false,
  createdAt: "2026-01-30T12:00:00.000Z",
  updatedAt: "2026-01-30T12:00:00.000Z",
  role: "owner",
};

describe("deleting the organization", () => {
  const ELSEWHERE = { ...ADA.memberships[0], tenant: { ...ACME, id: OTHER, name: "Elsewhere", slug: "elsewhere" } };

  async function close(slug: string, ...others: object[]) {
    answer(`GET ${TENANT}`, { status: 200, body: DETAILS });
    answer(`GET ${TENANT}/domains`, listOf());
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [...ADA.memberships, ...others] } });
    const { user, address } = open("/t/acme/settings");
    await user.click(await screen.findByRole("button", { name: "Delete the organization" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Type acme to confirm/), slug);
    await user.type(dialog.getByLabelText(/^Password/), "correct horse battery");
    const confirm = () => user.click(dialog.getByRole("button", { name: "Delete the organization" }));
    return { address, dialog, confirm };
  }

  it("signs out who has no other, says so there, and has sent what was typed", async () => {
    const { address, confirm } = await close("acme");
    answer(`DELETE ${TENANT}`, { status: 204, body: "" });
    answer("DELETE /v1/session", { status: 204, body: "" });
    answer("GET /v1/session/providers", listOf());
    await confirm();
    await screen.findByText("Your organization is closed. For 7 days an operator can restore it.");
    expect(address()).toBe("/login");
    expect(asked).not.toContain("POST /v1/session/tenant");
    expect(asked.indexOf("DELETE /v1/session")).toBeGreaterThan(asked.indexOf(`DELETE ${TENANT}`));
    expect(bodies.get(`DELETE ${TENANT}`)).toEqual({ password: "correct horse battery", slug: "acme" });
  });

  it("takes who has another there before, and shows what is so afterwards", async () => {
    const { address, confirm } = await close("acme", ELSEWHERE);
    answer("POST /v1/session/tenant", { status: 200, body: { ...SIGNED_IN, tenant: ELSEWHERE.tenant } });
    answer(`DELETE ${TENANT}`, () => {
      const closed = { ...ADA.memberships[0], tenant: { ...ACME, status: "inactive" } };
      answer("GET /v1/me", { status: 200, body: { ...ADA, ...ELSEWHERE, memberships: [closed, ELSEWHERE] } });
      return { status: 204, body: "" };
    });
    await confirm();
    expect(await screen.findByRole("link", { name: /Acme.*Inactive/ })).toBeVisible();
    expect(address()).toBe("/dashboard");
    expect(bodies.get("POST /v1/session/tenant")).toMatchObject({ tenantId: ELSEWHERE.tenant.id });
    expect(asked.indexOf("POST /v1/session/tenant")).toBeLessThan(asked.indexOf(`DELETE ${TENANT}`));
  });

  it("sends nothing while the short name is another", async () => {
    const { dialog, confirm } = await close("acne");
    await confirm();
    await dialog.findByText("This is not its short name");
    expect(asked).not.toContain(`DELETE ${TENANT}`);
  });

  it("says at the password that it is wrong", async () => {
    const { dialog, confirm } = await close("acme");
    const errors = { password: "Password is wrong" };
    answer(`DELETE ${TENANT}`, { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    await confirm();
    await waitFor(() => expect(dialog.getByLabelText(/^Password/)).toHaveAccessibleDescription(/This is not correct/));
  });
});
