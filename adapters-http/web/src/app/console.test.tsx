import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ADA, NOBODY } from "../../test/fixtures.ts";
import { open } from "../../test/render.tsx";
import { answer, asked } from "../../test/server.ts";

const GRACE = { ...ADA, id: "0199c1de-7a60-7c3e-9d55-00000000000b", email: "grace@acme.example", fullName: "Grace" };
const reload = vi.fn();

beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal("location", { origin: location.origin, href: location.href, reload });
});

/** What another tab says. */
function hear(event: string) {
  const tab = new BroadcastChannel("tenantry.session");
  tab.postMessage(event);
  tab.close();
}

async function openAsAda() {
  answer("GET /v1/me", { status: 200, body: ADA });
  const page = open("/dashboard");
  await screen.findByRole("heading", { name: "Hello, Ada Lovelace" });
  return page;
}

describe("when somebody signs in in another tab", () => {
  it("this one begins anew if it is somebody else, and shows nothing of theirs among what it has", async () => {
    await openAsAda();
    answer("GET /v1/me", { status: 200, body: GRACE });
    hear("started");
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(screen.queryByText(/Grace/)).not.toBeInTheDocument();
  });

  it("this one begins anew if it cannot find out who it is", async () => {
    await openAsAda();
    answer("GET /v1/me", { status: 0 });
    hear("started");
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("this one stays as it is if it is the same, and asks for its data anew", async () => {
    await openAsAda();
    answer("GET /v1/me", { status: 200, body: { ...ADA, fullName: "Ada King" } });
    hear("started");
    await screen.findByRole("heading", { name: "Hello, Ada King" });
    expect(reload).not.toHaveBeenCalled();
  });

  it("an invitation asks anew who is there, and keeps its token", async () => {
    answer("GET /v1/me", NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    answer("POST /v1/invitations/preview", {
      status: 200,
      body: { tenantName: "Acme", email: ADA.email, role: "member", expiresAt: ADA.createdAt, accountExists: true },
    });
    const { user } = open("/invitations/accept?token=t0ken");
    await user.click(await screen.findByRole("button", { name: "Show the invitation" }));
    await screen.findByText(/Sign in to join/);
    answer("GET /v1/me", { status: 200, body: ADA });
    hear("started");
    await screen.findByRole("button", { name: "Accept" });
    answer("GET /v1/me", { status: 200, body: GRACE });
    hear("started");
    await screen.findByText(/You are signed in as grace@acme.example/);
    expect(reload).not.toHaveBeenCalled();
  });
});

it("who signs out in another tab is signed out here", async () => {
  const { address } = await openAsAda();
  hear("ended");
  await screen.findByText("You are signed out.");
  expect(address()).toBe("/login");
  expect(asked).not.toContain("DELETE /v1/session");
});
