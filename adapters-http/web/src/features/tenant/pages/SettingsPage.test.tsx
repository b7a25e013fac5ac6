import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACME, ADA, listOf, NOBODY } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const TENANT = `/v1/tenants/${ACME.id}`;

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

const PRIMARY = { host: "acme.tenantry.example", primary: true, status: "verified", txtRecord: null };

const CLAIMED = {
  host: "accounts.acme.example",
  primary: false,
  status: "pending",
  txtRecord: {
    name: "_tenantry.accounts.acme.example",
    value: "tenantry-verification=3q2-7wQmXo0c5Yb1sVhR9tLkPzJfGd8a",
  },
};

const DOMAINS = `${TENANT}/domains`;

function settings(mine: "owner" | "admin" | "member" = "owner", domains = listOf(PRIMARY)) {
  answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: mine }] } });
  answer(`GET ${TENANT}`, { status: 200, body: { ...DETAILS, role: mine } });
  answer(`GET ${DOMAINS}`, domains);
  return open("/t/acme/settings");
}

async function part(name: string) {
  return within(await screen.findByRole("region", { name }));
}

describe("the settings", () => {
  it("show members what is so, and nothing that they may not change", async () => {
    settings("member");
    await part("Details");
    expect(screen.queryByRole("region", { name: "General" })).toBeNull();
    expect(screen.queryByRole("region", { name: "Delete the organization" })).toBeNull();
    expect(await part("Leave the organization")).toBeDefined();
  });

  it("say to who was removed meanwhile only that there are none any more", async () => {
    settings();
    answer(`GET ${TENANT}`, { status: 404, body: { code: "not_found", detail: "…" } });
    expect(await screen.findByRole("alert")).toHaveTextContent("This no longer exists.");
    expect(screen.queryByRole("button", { name: /Leave|Delete/ })).toBeNull();
  });

  it("of an organization that was suspended meanwhile say what helps", async () => {
    settings();
    answer(`GET ${TENANT}`, { status: 403, body: { code: "tenant_suspended", detail: "…" } });
    expect(await screen.findByRole("alert")).toHaveTextContent("sign out and in again: that takes you there");
  });

  it("lead whoever lacks a second factor to one, and let them leave all the same", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${TENANT}`, { status: 403, body: { code: "mfa_enrollment_required", detail: "…" } });
    open("/t/acme/settings");
    await screen.findByRole("link", { name: "Set one up" });
    expect(screen.getByRole("button", { name: "Leave" })).toBeEnabled();
  });

  it("lead to the sign-in, and back, if the session is over", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${TENANT}`, NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    answer("GET /v1/session/providers", listOf());
    const { address } = open("/t/acme/settings");
    await screen.findByRole("heading", { name: "Sign in" });
    expect(address()).toBe("/login?redirect=%2Ft%2Facme%2Fsettings");
  });
});

it("a switch that is on is shown so", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${TENANT}`, { status: 200, body: { ...DETAILS, requireMfa: true } });
  answer(`GET ${DOMAINS}`, listOf());
  open("/t/acme/settings");
  expect(await screen.findByRole("switch", { name: /^Members must have a second factor/ })).toBeChecked();
});

describe("the name, the contact and what is asked of members", () => {
  async function general() {
    const { user } = settings();
    const form = await part("General");
    const save = () => user.click(form.getByRole("button", { name: "Save" }));
    return { user, form, save };
  }

  it("are saved", async () => {
    const { user, form, save } = await general();
    answer(`PATCH ${TENANT}`, { status: 200, body: { ...DETAILS, name: "Acme Ltd", requireMfa: true } });
    await user.clear(form.getByLabelText(/^Name/));
    await user.type(form.getByLabelText(/^Name/), "Acme Ltd");
    await user.click(form.getByRole("switch", { name: /^Members must have a second factor/ }));
    await save();
    await form.findByText("Saved.");
    expect(bodies.get(`PATCH ${TENANT}`)).toEqual({
      name: "Acme Ltd",
      contactEmail: "office@acme.example",
      requireMfa: true,
    });
  });

  it("are not sent while they cannot be right", async () => {
    const { user, form, save } = await general();
    await user.clear(form.getByLabelText(/^Name/));
    await user.clear(form.getByLabelText(/^Contact/));
    await user.type(form.getByLabelText(/^Contact/), "office");
    await save();
    await form.findByText("Please fill in this field");
    await form.findByText("Please enter an e-mail address");
    expect(asked).not.toContain(`PATCH ${TENANT}`);
  });

  it("say at the field what the server has against them", async () => {
    const { form, save } = await general();
    const errors = { name: "Name contains a character that is not allowed" };
    answer(`PATCH ${TENANT}`, { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    await save();
    await waitFor(() => expect(form.getByLabelText(/^Name/)).toBeInvalid());
    expect(form.getByLabelText(/^Name/)).toHaveAccessibleDescription(/character .* not allowed/);
    expect(form.queryByText("Saved.")).toBeNull();
  });

  it("say that they could not be saved", async () => {
    const { form, save } = await general();
    answer(`PATCH ${TENANT}`, { status: 403, body: { code: "forbidden", detail: "…" } });
    await save();
    expect(await form.findByRole("alert")).toHaveTextContent("Your role does not allow this.");
  });
});

describe("the domains", () => {
  it("are added, with the record to set in the DNS", async () => {
    const { user } = settings();
    answer(`POST ${DOMAINS}`, () => {
      answer(`GET ${DOMAINS}`, listOf(PRIMARY, CLAIMED));
      return { status: 201, body: CLAIMED };
    });
    await user.click(await screen.findByRole("button", { name: "Add a domain" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Host name/), CLAIMED.host);
    await user.click(dialog.getByRole("button", { name: "Add a domain" }));
    await screen.findByText(CLAIMED.txtRecord.value);
    expect(bodies.get(`POST ${DOMAINS}`)).toEqual({ host: CLAIMED.host });
    await user.click(screen.getByRole("button", { name: "Copy: Value" }));
    expect(await navigator.clipboard.readText()).toBe(CLAIMED.txtRecord.value);
  });

  it("must be host names, else nothing is sent", async () => {
    const { user } = settings();
    await user.click(await screen.findByRole("button", { name: "Add a domain" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Host name/), "https://acme.example/");
    await user.click(dialog.getByRole("button", { name: "Add a domain" }));
    await dialog.findByText("Please enter a host name, such as accounts.acme.example");
    expect(asked).not.toContain(`POST ${DOMAINS}`);
  });

  it.each([
    [{ status: 409, body: { code: "conflict", detail: "…" } }, "already in use"],
    [
      { status: 400, body: { code: "validation_failed", detail: "…", errors: { host: "Host is malformed" } } },
      "format is not valid",
    ],
  ])("say at the field why they cannot be had: %#", async (refusal, text) => {
    const { user } = settings();
    answer(`POST ${DOMAINS}`, refusal);
    await user.click(await screen.findByRole("button", { name: "Add a domain" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Host name/), CLAIMED.host);
    await user.click(dialog.getByRole("button", { name: "Add a domain" }));
    await waitFor(() => expect(dialog.getByLabelText(/^Host name/)).toBeInvalid());
    expect(dialog.getByLabelText(/^Host name/)).toHaveAccessibleDescription(new RegExp(text));
  });

  it("are verified when the DNS shows the record, and not before", async () => {
    const { user } = settings("admin", listOf(PRIMARY, CLAIMED));
    answer(`POST ${DOMAINS}/${CLAIMED.host}/verify`, {
      status: 409,
      body: { code: "txt_record_missing", detail: "…" },
    });
    await user.click(await screen.findByRole("button", { name: "Verify now" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The DNS does not show the record yet.");
    const verified = { ...CLAIMED, status: "verified", txtRecord: null };
    answer(`POST ${DOMAINS}/${CLAIMED.host}/verify`, { status: 200, body: verified });
    answer(`GET ${DOMAINS}`, listOf(PRIMARY, verified));
    await user.click(screen.getByRole("button", { name: "Verify now" }));
    await waitFor(() => expect(screen.queryByText("Pending")).toBeNull());
    expect(screen.getAllByText("Verified")).toHaveLength(2);
  });

  it("are removed after a question, but for the primary one", async () => {
    const { user } = settings("owner", listOf(PRIMARY, CLAIMED));
    answer(`DELETE ${DOMAINS}/${CLAIMED.host}`, { status: 204, body: "" });
    await user.click(await screen.findByRole("button", { name: `Remove ${CLAIMED.host}` }));
    expect(screen.queryByRole("button", { name: `Remove ${PRIMARY.host}` })).toBeNull();
    expect(asked).not.toContain(`DELETE ${DOMAINS}/${CLAIMED.host}`);
    answer(`GET ${DOMAINS}`, listOf(PRIMARY));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(screen.queryByText(CLAIMED.host)).toBeNull());
  });

  it("are shown to members, who can do nothing with them", async () => {
    settings("member", listOf(PRIMARY, CLAIMED));
    await screen.findByText(CLAIMED.host);
    expect(screen.queryByText(CLAIMED.txtRecord.value)).toBeNull();
    expect(screen.queryByRole("button", { name: /Add a domain|Verify now|Remove/ })).toBeNull();
  });

  it("are loaded again after a failure", async () => {
    const { user } = settings();
    answer(`GET ${DOMAINS}`, { status: 409, body: { code: "conflict", detail: "…" } });
    const domains = await part("Domains");
    await domains.findByRole("alert");
    answer(`GET ${DOMAINS}`, listOf());
    await user.click(domains.getByRole("button", { name: "Try again" }));
    await domains.findByText("No domains yet");
  });
});

describe("leaving", () => {
  async function leave() {
    const { user, address } = settings();
    await user.click(await screen.findByRole("button", { name: "Leave" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Leave the organization" }));
    expect(asked).not.toContain(`POST ${TENANT}/leave`);
    return { address, confirm: () => user.click(dialog.getByRole("button", { name: "Leave" })), dialog };
  }

  it("leads to the overview", async () => {
    const { address, confirm } = await leave();
    answer(`POST ${TENANT}/leave`, () => {
      answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [], tenant: null, role: null } });
      return { status: 204, body: "" };
    });
    await confirm();
    await screen.findByText("You do not belong to an organization yet");
    expect(address()).toBe("/dashboard");
  });

  it("is refused to the last owner", async () => {
    const { confirm, dialog } = await leave();
    answer(`POST ${TENANT}/leave`, { status: 409, body: { code: "last_owner", detail: "…" } });
    await confirm();
    expect(await dialog.findByRole("alert")).toHaveTextContent("of which you are the only owner");
  });
});
