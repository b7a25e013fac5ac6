import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACME, ADA, listOf, NOBODY } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const HOOKS = `/v1/tenants/${ACME.id}/webhooks`;

const HOOK = {
  id: "0199c1de-7a60-7c3e-9d55-0000000000dd",
  url: "https://hooks.acme.example/events",
  description: "Billing",
  events: ["member.joined", "member.left"],
  active: true,
  createdAt: "2026-01-30T12:00:00.000Z",
  failingSince: null,
  previousSecretExpiresAt: null,
};

const ONE = `${HOOKS}/${HOOK.id}`;

function webhooks(...shown: object[]) {
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET ${HOOKS}`, listOf(...shown));
  return open("/t/acme/webhooks");
}

async function pick(user: ReturnType<typeof open>["user"], action: string) {
  await user.click(await screen.findByRole("button", { name: `Actions for ${HOOK.url}` }));
  await user.click(await screen.findByRole("menuitem", { name: action }));
}

async function change() {
  const { user } = webhooks(HOOK);
  await pick(user, "Change");
  const dialog = await screen.findByRole("dialog", { name: "Change the webhook" });
  const save = () => user.click(within(dialog).getByRole("button", { name: "Save" }));
  return { user, save, dialog: within(dialog) };
}

describe("a new webhook", () => {
  async function add() {
    const { user } = webhooks();
    await screen.findByText("No webhooks yet");
    await user.click(screen.getByRole("button", { name: "Add a webhook" }));
    return { user, dialog: within(await screen.findByRole("dialog")) };
  }

  it("is told everything if nothing else is chosen, and shows its secret once", async () => {
    const { user, dialog } = await add();
    answer(`POST ${HOOKS}`, { status: 201, body: { ...HOOK, secret: "whsec_once" } });
    await user.type(dialog.getByLabelText(/^URL/), HOOK.url);
    await user.click(dialog.getByRole("button", { name: "Add a webhook" }));
    await screen.findByText("whsec_once");
    await user.keyboard("{Escape}");
    expect(dialog.getByText("whsec_once")).toBeVisible();
    expect(dialog.queryByRole("button", { name: "Close" })).toBeNull();
    expect(bodies.get(`POST ${HOOKS}`)).toEqual({ url: HOOK.url, description: "", events: ["*"] });
    await user.click(screen.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(screen.queryByText("whsec_once")).toBeNull());
  });

  it("needs a URL and an event before anything is sent", async () => {
    const { user, dialog } = await add();
    await user.type(dialog.getByLabelText(/^URL/), "hooks.acme.example");
    await user.click(dialog.getByLabelText("All events, including future ones"));
    await user.click(dialog.getByRole("button", { name: "Add a webhook" }));
    await dialog.findByText("Please enter a URL that begins with https://");
    await dialog.findByText("Please choose an event");
    expect(asked).not.toContain(`POST ${HOOKS}`);
  });
});

describe("a webhook", () => {
  it("is changed: where it leads, what it is told and whether it is active", async () => {
    const { user, save, dialog } = await change();
    answer(`PATCH ${ONE}`, { status: 200, body: HOOK });
    await user.clear(dialog.getByLabelText(/^URL/));
    await user.type(dialog.getByLabelText(/^URL/), "https://other.acme.example/");
    await user.click(dialog.getByLabelText("member.left"));
    await user.click(dialog.getByLabelText("api_key.revoked"));
    expect(dialog.getByRole("switch", { name: /^Active/ })).toBeChecked();
    await user.click(dialog.getByRole("switch", { name: /^Active/ }));
    await save();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(bodies.get(`PATCH ${ONE}`)).toEqual({
      url: "https://other.acme.example/",
      description: "Billing",
      events: ["member.joined", "api_key.revoked"],
      active: false,
    });
  });

  it("says at each field what the server has against it", async () => {
    const { save, dialog } = await change();
    const errors = { url: "Url is not one of the values allowed here", description: "Description is too long" };
    answer(`PATCH ${ONE}`, { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    await save();
    await waitFor(() => expect(dialog.getByLabelText(/^URL/)).toHaveAccessibleDescription(/This value is not allowed/));
    expect(dialog.getByLabelText(/^Description/)).toHaveAccessibleDescription(/too long/);
  });

  it("keeps events that this page does not know", async () => {
    const { user } = webhooks({ ...HOOK, events: ["moon.risen"] });
    await pick(user, "Change");
    expect(await screen.findByLabelText("moon.risen")).toBeChecked();
  });

  it("is paused at once, and says so if that failed", async () => {
    const { user } = webhooks(HOOK);
    answer(`PATCH ${ONE}`, { status: 503, body: { code: "unavailable", detail: "…" } });
    await pick(user, "Pause");
    expect(await screen.findByRole("alert")).toHaveTextContent("cannot do this right now");
    expect(bodies.get(`PATCH ${ONE}`)).toEqual({ active: false });
  });

  it("is removed only after a question", async () => {
    const { user } = webhooks(HOOK);
    answer(`DELETE ${ONE}`, { status: 204, body: "" });
    await pick(user, "Remove");
    const dialog = await screen.findByRole("dialog", { name: "Remove the webhook?" });
    expect(asked).not.toContain(`DELETE ${ONE}`);
    answer(`GET ${HOOKS}`, listOf());
    await user.click(within(dialog).getByRole("button", { name: "Remove" }));
    await screen.findByText("No webhooks yet");
  });

  it("gets another secret, which is shown once", async () => {
    const { user } = webhooks(HOOK);
    answer(`POST ${ONE}/secret`, { status: 200, body: { ...HOOK, secret: "whsec_new" } });
    await pick(user, "New secret");
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "New secret" }));
    await screen.findByText("whsec_new");
  });

  it("shows what was sent to it, and sends it again", async () => {
    const delivery = {
      id: "0199c1de-7a60-7c3e-9d55-0000000000ee",
      eventType: "member.joined",
      status: "failed",
      attempts: 3,
      lastStatus: 500,
      lastError: "status",
      nextAttemptAt: null,
      createdAt: "2026-01-30T12:00:00.000Z",
      deliveredAt: null,
    };
    const { user } = webhooks(HOOK);
    answer(`GET ${ONE}/deliveries`, listOf(delivery));
    answer(`POST ${ONE}/deliveries/${delivery.id}/replay`, { status: 409, body: { code: "conflict", detail: "…" } });
    await pick(user, "Deliveries");
    await screen.findByText(/Attempts: 3 · Response: 500/);
    await user.click(screen.getByRole("button", { name: "Send member.joined again" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("conflicts with existing data");
  });
});

describe("the webhooks", () => {
  it("are loaded again after a failure", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${HOOKS}`, { status: 409, body: { code: "conflict", detail: "…" } });
    const { user } = open("/t/acme/webhooks");
    expect(await screen.findByRole("alert")).toHaveTextContent("This conflicts with existing data.");
    answer(`GET ${HOOKS}`, listOf(HOOK));
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText(HOOK.url);
  });

  it("are nothing to try again where a role does not allow them", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${HOOKS}`, { status: 403, body: { code: "forbidden", detail: "…" } });
    open("/t/acme/webhooks");
    expect(await screen.findByRole("alert")).toHaveTextContent("Your role does not allow this.");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("are not for members, who are told so and offered nothing", async () => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: "member" }] } });
    open("/t/acme/webhooks");
    expect(await screen.findByRole("alert")).toHaveTextContent("Your role does not allow this.");
    expect(screen.queryByRole("button", { name: /Add a webhook|Try again/ })).toBeNull();
    expect(asked).not.toContain(`GET ${HOOKS}`);
  });

  it("lead to the sign-in, and back, if the session is over", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer(`GET ${HOOKS}`, NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    answer("GET /v1/session/providers", listOf());
    const { address } = open("/t/acme/webhooks");
    await screen.findByRole("heading", { name: "Sign in" });
    expect(address()).toBe("/login?redirect=%2Ft%2Facme%2Fwebhooks");
  });
});
