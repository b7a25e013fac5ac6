import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ADA, listOf, NOBODY } from "../../test/fixtures.ts";
import { open } from "../../test/render.tsx";
import { answer, asked } from "../../test/server.ts";

describe("the overview", () => {
  it("shows the organizations", async () => {
    answer("GET /v1/me", { status: 200, body: ADA });
    open("/dashboard");
    await screen.findByRole("heading", { name: "Hello, Ada Lovelace" });
    expect(screen.getByRole("link", { name: /Acme.*Owner/ })).toHaveAttribute("href", "/t/acme/members");
  });

  it("says so where there is none", async () => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [], tenant: null, role: null } });
    open("/dashboard");
    await screen.findByText("You do not belong to an organization yet");
  });

  it("is not for who is not signed in: they are sent to sign in, and come back", async () => {
    answer("GET /v1/me", NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    answer("GET /v1/session/providers", listOf());
    const { address } = open("/dashboard");
    await screen.findByRole("heading", { name: "Sign in" });
    expect(address()).toBe("/login?redirect=%2Fdashboard");
  });

  it("says that it could not be shown, and tries again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(console, "warn").mockImplementation(() => {});
    answer("GET /v1/me", { status: 503, body: { code: "unavailable", detail: "…" } });
    const { user } = open("/dashboard");
    await screen.findByText(/cannot do this right now/);
    answer("GET /v1/me", { status: 200, body: ADA });
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByRole("heading", { name: "Hello, Ada Lovelace" });
  });
});

describe("signing out", () => {
  async function signOut() {
    answer("GET /v1/me", { status: 200, body: ADA });
    answer("GET /v1/session/providers", listOf());
    const page = open("/dashboard");
    await page.user.click(await screen.findByRole("button", { name: `Account: ${ADA.email}` }));
    await page.user.click(await screen.findByRole("menuitem", { name: "Sign out" }));
    return page;
  }

  it("leads to the sign-in, which says so", async () => {
    answer("DELETE /v1/session", { status: 204, body: "" });
    const { address } = await signOut();
    await screen.findByText("You are signed out.");
    expect(address()).toBe("/login");
  });

  it("says that it failed, and can be tried again", async () => {
    answer("DELETE /v1/session", { status: 503, body: { code: "unavailable", detail: "…" } });
    const { user, address } = await signOut();
    expect(await screen.findByRole("alert")).toHaveTextContent("cannot do this right now");
    expect(address()).toBe("/dashboard");
    answer("DELETE /v1/session", { status: 204, body: "" });
    await user.click(screen.getByRole("button", { name: "Sign out" }));
    await waitFor(() => expect(address()).toBe("/login"));
  });

  it("says that the server does not answer, and that nobody is signed out yet", async () => {
    answer("DELETE /v1/session", { status: 0 });
    const { user, address } = await signOut();
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is not responding.");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(address()).toBe("/dashboard");
  });

  it("leads to the sign-in if the session was over already", async () => {
    answer("DELETE /v1/session", NOBODY);
    const { address } = await signOut();
    await screen.findByText("You are signed out.");
    expect(address()).toBe("/login");
    expect(asked).not.toContain("POST /v1/session/refresh");
  });
});
