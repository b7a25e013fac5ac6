import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACME, ADA, listOf } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const MEMBERS = `/v1/tenants/${ACME.id}/members`;

const GRACE = {
  userId: "0199c1de-7a60-7c3e-9d55-00000000000b",
  email: "grace@acme.example",
  fullName: "Grace Hopper",
  role: "member",
  joinedAt: "2026-01-30T12:00:00.000Z",
  lastSeenAt: null,
};

function members(mine: "owner" | "admin" | "member", ...shown: object[]) {
  answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: mine }] } });
  answer(`GET ${MEMBERS}`, listOf(...shown));
  return open("/t/acme/members");
}

describe("the members", () => {
  it("are shown, and their roles can be changed by who may", async () => {
    answer(`PATCH ${MEMBERS}/${GRACE.userId}`, { status: 200, body: { ...GRACE, role: "admin" } });
    const { user } = members("owner", GRACE);
    await user.selectOptions(await screen.findByLabelText("Role of Grace Hopper"), "Administrator");
    expect(bodies.get(`PATCH ${MEMBERS}/${GRACE.userId}`)).toEqual({ role: "admin" });
  });

  it("cannot be changed by who may not", async () => {
    members("admin", { ...GRACE, role: "owner" });
    await screen.findByText("grace@acme.example");
    expect(screen.queryByLabelText("Role of Grace Hopper")).toBeNull();
    expect(screen.queryByRole("button", { name: "Remove Grace Hopper" })).toBeNull();
  });

  it("are removed only after a question", async () => {
    answer(`DELETE ${MEMBERS}/${GRACE.userId}`, { status: 204, body: "" });
    const { user } = members("owner", GRACE);
    await user.click(await screen.findByRole("button", { name: "Remove Grace Hopper" }));
    const dialog = await screen.findByRole("dialog", { name: "Remove Grace Hopper?" });
    expect(asked).not.toContain(`DELETE ${MEMBERS}/${GRACE.userId}`);
    await user.click(within(dialog).getByRole("button", { name: "Remove Grace Hopper" }));
    expect(asked).toContain(`DELETE ${MEMBERS}/${GRACE.userId}`);
  });

  it("lose their keys with their role, unless whoever takes it keeps them", async () => {
    answer(`PATCH ${MEMBERS}/${GRACE.userId}`, { status: 200, body: GRACE });
    const { user } = members("owner", { ...GRACE, role: "admin" });
    await user.selectOptions(await screen.findByLabelText("Role of Grace Hopper"), "Member");
    const dialog = await screen.findByRole("dialog", { name: "Make Grace Hopper a member?" });
    expect(asked).not.toContain(`PATCH ${MEMBERS}/${GRACE.userId}`);
    await user.click(within(dialog).getByLabelText(/Keep their API keys/));
    await user.click(within(dialog).getByRole("button", { name: "Change the role" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(bodies.get(`PATCH ${MEMBERS}/${GRACE.userId}`)).toEqual({ role: "member", apiKeys: "keep" });
  });

  it("that must stay say so", async () => {
    answer(`PATCH ${MEMBERS}/${GRACE.userId}`, { status: 409, body: { code: "last_owner", detail: "…" } });
    const { user } = members("owner", { ...GRACE, role: "owner" });
    await user.selectOptions(await screen.findByLabelText("Role of Grace Hopper"), "Administrator");
    expect(await screen.findByRole("alert")).toHaveTextContent("of which you are the only owner");
  });

  it("of an organization that wants a second factor lead to one", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${MEMBERS}`, { status: 403, body: { code: "mfa_enrollment_required", detail: "…" } });
    open("/t/acme/members");
    expect(await screen.findByRole("link", { name: "Set one up" })).toHaveAttribute("href", "/security");
  });

  it("of a suspended organization are not asked for", async () => {
    const closed = { ...ACME, status: "suspended" };
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], tenant: closed }] } });
    open("/t/acme/members");
    await screen.findByText("Acme is closed for now");
    expect(asked).not.toContain(`GET ${MEMBERS}`);
  });

  it("of others are not found", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    open("/t/others/members");
    await screen.findByRole("heading", { name: "Page not found" });
    expect(screen.getAllByText("Page not found")).toHaveLength(1);
  });
});
