import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ADA, NOBODY, SIGNED_IN } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const PREVIEW = {
  tenantName: "Acme",
  email: "grace@acme.example",
  role: "member",
  expiresAt: "2026-02-07T12:00:00.000Z",
  accountExists: false,
};

function nobody() {
  answer("GET /v1/me", NOBODY);
  answer("POST /v1/session/refresh", NOBODY);
}

async function show(preview: object) {
  answer("POST /v1/invitations/preview", { status: 200, body: { ...PREVIEW, ...preview } });
  const page = open("/invitations/accept?token=t0ken");
  await page.user.click(await screen.findByRole("button", { name: "Show the invitation" }));
  await screen.findByRole("heading", { name: "Join Acme" });
  return page;
}

describe("an invitation", () => {
  it("is not asked about before the button is pressed, and its token leaves the address", async () => {
    const { address } = open("/invitations/accept?token=t0ken");
    await screen.findByRole("button", { name: "Show the invitation" });
    expect(asked).toEqual([]);
    expect(address()).toBe("/invitations/accept");
  });

  it("makes a newcomer a user", async () => {
    nobody();
    const { user } = await show({});
    await user.type(await screen.findByLabelText(/First name/), "Grace");
    await user.type(screen.getByLabelText(/^Password/), "correct horse battery");
    answer("POST /v1/invitations/accept", () => {
      answer("GET /v1/me", { status: 200, body: { ...ADA, fullName: "Grace" } });
      return { status: 200, body: SIGNED_IN };
    });
    await user.click(screen.getByRole("button", { name: "Create my account and join" }));
    await screen.findByRole("heading", { name: "Hello, Grace" });
    expect(bodies.get("POST /v1/invitations/accept")).toMatchObject({
      token: "t0ken",
      firstName: "Grace",
      session: "cookie",
    });
  });

  it("is accepted at once by who is signed in with the address", async () => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, email: PREVIEW.email } });
    answer("POST /v1/invitations/accept", { status: 200, body: SIGNED_IN });
    const { user, address } = await show({ accountExists: true });
    await user.click(await screen.findByRole("button", { name: "Accept" }));
    await screen.findByRole("heading", { name: /Hello/ });
    expect(address()).toBe("/dashboard");
  });

  it("asks who is signed in as somebody else to sign out first, and ends every other tab with it", async () => {
    const otherTab = new BroadcastChannel("tenantry.session");
    const heard: unknown[] = [];
    otherTab.addEventListener("message", ({ data }: MessageEvent<unknown>) => heard.push(data));
    answer("GET /v1/me", { status: 200, body: ADA });
    answer("DELETE /v1/session", () => {
      nobody();
      return { status: 204, body: "" };
    });
    const { user } = await show({ accountExists: true });
    await screen.findByText(/You are signed in as ada@acme.example/);
    await user.click(screen.getByRole("button", { name: "Sign out to continue" }));
    await screen.findByText(/Sign in to join/);
    await waitFor(() => expect(heard).toEqual(["ended"]));
    otherTab.close();
  });

  it("has a link that does not work any more", async () => {
    answer("POST /v1/invitations/preview", { status: 400, body: { code: "invalid_token", detail: "…" } });
    const { user } = open("/invitations/accept?token=old");
    await user.click(await screen.findByRole("button", { name: "Show the invitation" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The link is invalid or has expired.");
  });
});
