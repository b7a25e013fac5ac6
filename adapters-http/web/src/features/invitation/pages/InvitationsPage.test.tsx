import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACME, ADA, listOf, NOBODY } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const INVITATIONS = `/v1/tenants/${ACME.id}/invitations`;

const PENDING = {
  id: "0199c1de-7a60-7c3e-9d55-0000000000aa",
  email: "grace@acme.example",
  role: "member",
  status: "pending",
  expiresAt: "2026-02-07T12:00:00.000Z",
  createdAt: "2026-01-30T12:00:00.000Z",
  invitedBy: { id: ADA.id, email: ADA.email, fullName: ADA.fullName },
};

const ONE = `${INVITATIONS}/${PENDING.id}`;

function invitations(...shown: object[]) {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${INVITATIONS}`, listOf(...shown));
  return open("/t/acme/invitations");
}

async function invite(email: string) {
  const page = invitations();
  await screen.findByText("No invitations");
  await page.user.type(screen.getByLabelText(/^E-mail address/), email);
  return { ...page, send: () => page.user.click(screen.getByRole("button", { name: "Send the invitation" })) };
}

describe("inviting somebody", () => {
  it("sends a mail, says so, and lists who is invited", async () => {
    const { user, send } = await invite(PENDING.email);
    await user.selectOptions(screen.getByLabelText("Role"), "Administrator");
    answer(`POST ${INVITATIONS}`, { status: 201, body: PENDING });
    answer(`GET ${INVITATIONS}`, listOf(PENDING));
    await send();
    await screen.findByText("An invitation is on its way to grace@acme.example.");
    await screen.findByRole("cell", { name: "Pending" });
    expect(bodies.get(`POST ${INVITATIONS}`)).toEqual({ email: PENDING.email, role: "admin" });
    expect(screen.getByLabelText(/^E-mail address/)).toHaveValue("");
  });

  it("sends nothing to what is no address", async () => {
    const { send } = await invite("grace");
    await send();
    await screen.findByText("Please enter an e-mail address");
    expect(asked).not.toContain(`POST ${INVITATIONS}`);
  });

  it("says at the field what the server has against it", async () => {
    const { send } = await invite("grace@acme");
    answer(`POST ${INVITATIONS}`, {
      status: 400,
      body: { code: "validation_failed", detail: "…", errors: { email: "Email is no valid e-mail address" } },
    });
    await send();
    await waitFor(() => expect(screen.getByLabelText(/^E-mail address/)).toBeInvalid());
    expect(screen.getByLabelText(/^E-mail address/)).toHaveAccessibleDescription(/no e-mail address|an e-mail address/);
  });

  it("says at the field that somebody is a member or invited already", async () => {
    const { send } = await invite(PENDING.email);
    answer(`POST ${INVITATIONS}`, { status: 409, body: { code: "conflict", detail: "…" } });
    await send();
    await waitFor(() =>
      expect(screen.getByLabelText(/^E-mail address/)).toHaveAccessibleDescription(
        "This person is already a member or invited.",
      ),
    );
    expect(screen.queryByText(/conflicts with/)).toBeNull();
  });

  it("says above the form why it failed, and keeps what was typed", async () => {
    const { send } = await invite(PENDING.email);
    answer(`POST ${INVITATIONS}`, { status: 409, body: { code: "limit_reached", detail: "…" } });
    await send();
    expect(await screen.findByRole("alert")).toHaveTextContent("The limit has been reached.");
    expect(screen.getByLabelText(/^E-mail address/)).toHaveValue(PENDING.email);
  });

  it("is not for members, who are told so and offered nothing", async () => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: "member" }] } });
    open("/t/acme/invitations");
    expect(await screen.findByRole("alert")).toHaveTextContent("Your role does not allow this.");
    expect(screen.queryByRole("button", { name: /Send the invitation|Try again/ })).toBeNull();
    expect(asked).not.toContain(`GET ${INVITATIONS}`);
  });

  it("offers only owners to make an owner", async () => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: "admin" }] } });
    answer(`GET ${INVITATIONS}`, listOf());
    open("/t/acme/invitations");
    await screen.findByText("No invitations");
    expect(screen.queryByRole("option", { name: "Owner" })).toBeNull();
    expect(screen.getByRole("option", { name: "Administrator" })).toBeVisible();
  });
});

describe("an invitation", () => {
  it("is sent again", async () => {
    const { user } = invitations(PENDING);
    answer(`POST ${ONE}/resend`, { status: 200, body: PENDING });
    await user.click(await screen.findByRole("button", { name: "Send again to grace@acme.example" }));
    await screen.findByText("An invitation is on its way to grace@acme.example.");
  });

  it("that is sent once more says so anew", async () => {
    const { user } = invitations(PENDING);
    answer(`POST ${ONE}/resend`, { status: 200, body: PENDING });
    await user.click(await screen.findByRole("button", { name: "Send again to grace@acme.example" }));
    await screen.findByText("An invitation is on its way to grace@acme.example.");
    await user.click(screen.getByRole("button", { name: "Send again to grace@acme.example" }));
    await screen.findByText("The invitation of grace@acme.example was sent again, 2 times by now.");
  });

  it("is revoked after a question", async () => {
    const { user } = invitations(PENDING);
    answer(`DELETE ${ONE}`, () => {
      answer(`GET ${INVITATIONS}`, listOf({ ...PENDING, status: "revoked" }));
      return { status: 200, body: { ...PENDING, status: "revoked" } };
    });
    await user.click(await screen.findByRole("button", { name: "Revoke the invitation of grace@acme.example" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Revoke the invitation of grace@acme.example?" }));
    expect(asked).not.toContain(`DELETE ${ONE}`);
    await user.click(dialog.getByRole("button", { name: "Revoke" }));
    await screen.findByRole("cell", { name: "Revoked" });
    expect(screen.queryByRole("button", { name: /^Revoke/ })).toBeNull();
  });

  it("says why it could not be sent again", async () => {
    const { user } = invitations(PENDING);
    answer(`POST ${ONE}/resend`, { status: 429, body: { code: "throttled", detail: "…" } });
    await user.click(await screen.findByRole("button", { name: "Send again to grace@acme.example" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Too many attempts");
  });

  it("that was accepted can be neither sent nor revoked", async () => {
    invitations({ ...PENDING, status: "accepted" });
    await screen.findByRole("cell", { name: "Accepted" });
    expect(screen.queryByRole("button", { name: /grace@acme.example/ })).toBeNull();
  });

  it("that nobody signed in may see leads to the sign-in, and back", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${INVITATIONS}`, NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    answer("GET /v1/session/providers", listOf());
    const { address } = open("/t/acme/invitations");
    await screen.findByRole("heading", { name: "Sign in" });
    expect(address()).toBe("/login?redirect=%2Ft%2Facme%2Finvitations");
  });
});
