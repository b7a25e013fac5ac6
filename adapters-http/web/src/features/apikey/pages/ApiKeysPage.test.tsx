import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { ACME, ADA, listOf } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const KEYS = `/v1/tenants/${ACME.id}/api-keys`;

const KEY = {
  id: "0199c1de-7a60-7c3e-9d55-0000000000cc",
  name: "Billing",
  prefix: "tk_00YBhlGhcqD8tWeZ1cPjgO",
  lastFour: "0aZ9",
  scopes: ["billing:read"],
  createdAt: "2026-01-30T12:00:00.000Z",
  createdBy: ADA.id,
  lastUsedAt: null,
  expiresAt: null,
  previousSecretExpiresAt: null,
  revokedAt: null,
  active: true,
  requests: 0,
  previousSecretRequests: 0,
};

it("a new key is shown once, and is gone with the dialog", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${KEYS}`, listOf());
  answer(`POST ${KEYS}`, { status: 201, body: { ...KEY, key: "tk_secret" } });
  const { user } = open("/t/acme/api-keys");
  await screen.findByText("No keys yet");
  await user.click(screen.getByRole("button", { name: "Create a key" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Name"), "Billing");
  await user.click(within(dialog).getByRole("checkbox", { name: "keys:read" }));
  await user.type(within(dialog).getByLabelText(/^Custom scopes/), "billing:read, members:read");
  answer(`GET ${KEYS}`, listOf(KEY));
  await user.click(within(dialog).getByRole("button", { name: "Create a key" }));
  await screen.findByText("tk_secret");
  expect(bodies.get(`POST ${KEYS}`)).toEqual({
    name: "Billing",
    scopes: ["keys:read", "billing:read", "members:read"],
    expiresAt: null,
  });
  await user.click(screen.getByRole("button", { name: "Done" }));
  await screen.findByRole("button", { name: "Actions for Billing" });
  expect(screen.queryByText("tk_secret")).toBeNull();
});

it("a secret that is shown once stays until who sees it is done with it", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${KEYS}`, listOf());
  answer(`POST ${KEYS}`, { status: 201, body: { ...KEY, key: "tk_secret" } });
  const { user } = open("/t/acme/api-keys");
  await user.click(await screen.findByRole("button", { name: "Create a key" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByLabelText("Name"), "Billing");
  await user.click(dialog.getByRole("checkbox", { name: "keys:read" }));
  await user.click(dialog.getByRole("button", { name: "Create a key" }));
  await screen.findByText("tk_secret");
  expect(dialog.queryByRole("button", { name: "Close" })).toBeNull();
  await user.keyboard("{Escape}");
  await user.click(document.querySelector(".mantine-Modal-inner") ?? document.body);
  expect(dialog.getByText("tk_secret")).toBeVisible();
});

it("a member is told that keys are not theirs to see, and offered nothing", async () => {
  answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: "member" }] } });
  open("/t/acme/api-keys");
  expect(await screen.findByRole("alert")).toHaveTextContent("Your role does not allow this.");
  expect(screen.queryByRole("button", { name: /Create a key|Try again/ })).toBeNull();
  expect(asked).not.toContain(`GET ${KEYS}`);
});

it("each scope of a key stands whole, one that is very long aside", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  const endless = `billing:${"read-".repeat(12)}`;
  answer(`GET ${KEYS}`, listOf({ ...KEY, scopes: ["billing:read", "members:read", endless] }));
  open("/t/acme/api-keys");
  const scope = await screen.findByText("billing:read");
  expect(scope).toHaveClass("whole");
  expect(screen.getByRole("cell", { name: `billing:read members:read ${endless}` })).toBeVisible();
  expect(screen.getByText((_, element) => element?.textContent === endless)).not.toHaveClass("whole");
});

it("a key needs a scope before anything is sent", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${KEYS}`, listOf());
  const { user } = open("/t/acme/api-keys");
  await user.click(await screen.findByRole("button", { name: "Create a key" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByLabelText("Name"), "Billing");
  expect(dialog.queryByRole("checkbox", { checked: true })).toBeNull();
  await user.click(dialog.getByRole("button", { name: "Create a key" }));
  await dialog.findByText("Please choose or enter a scope");
  expect(asked).not.toContain(`POST ${KEYS}`);
});

async function rename() {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${KEYS}`, listOf(KEY));
  const { user } = open("/t/acme/api-keys");
  await user.click(await screen.findByRole("button", { name: "Actions for Billing" }));
  await user.click(await screen.findByRole("menuitem", { name: "Rename" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Rename “Billing”" }));
  await user.clear(dialog.getByLabelText("Name"));
  await user.type(dialog.getByLabelText("Name"), "Invoices");
  return { dialog, confirm: () => user.click(dialog.getByRole("button", { name: "Rename" })) };
}

it("a key gets another name", async () => {
  const { confirm } = await rename();
  answer(`PATCH ${KEYS}/${KEY.id}`, { status: 200, body: { ...KEY, name: "Invoices" } });
  answer(`GET ${KEYS}`, listOf({ ...KEY, name: "Invoices" }));
  await confirm();
  await screen.findByRole("button", { name: "Actions for Invoices" });
  expect(bodies.get(`PATCH ${KEYS}/${KEY.id}`)).toEqual({ name: "Invoices" });
});

it("a name that the server refuses says so at its field", async () => {
  const { dialog, confirm } = await rename();
  const errors = { name: "Name is too long" };
  answer(`PATCH ${KEYS}/${KEY.id}`, { status: 400, body: { code: "validation_failed", detail: "…", errors } });
  await confirm();
  await waitFor(() => expect(dialog.getByLabelText("Name")).toBeInvalid());
});

it("the days of a key's use are written as days are everywhere", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${KEYS}`, listOf(KEY));
  const totals = { requests: 3, units: 5 };
  const items = [{ day: "2026-10-24", ...totals }];
  answer(`GET ${KEYS}/${KEY.id}/usage`, { status: 200, body: { items, totals } });
  const { user } = open("/t/acme/api-keys");
  await user.click(await screen.findByRole("button", { name: "Actions for Billing" }));
  await user.click(await screen.findByRole("menuitem", { name: "Usage" }));
  await screen.findByRole("rowheader", { name: "Oct 24, 2026", hidden: true });
});

it("nothing but its use is left of a revoked key", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${KEYS}`, listOf({ ...KEY, active: false, revokedAt: KEY.createdAt }));
  const { user } = open("/t/acme/api-keys");
  await user.click(await screen.findByRole("button", { name: "Actions for Billing" }));
  expect(await screen.findAllByRole("menuitem")).toHaveLength(1);
  await screen.findByRole("menuitem", { name: "Usage" });
});
